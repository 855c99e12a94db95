#!/usr/bin/env python3
"""Each rule must find what it forbids and leave alone what it allows."""

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from rules import catalogues, coverage, layers, layout, pages, words
from tidy import RULES
from tree import Tree, lex

HEADER = "#pragma once\n"
LAYERS = (HERE / "layers.txt").read_bytes()


def tree_of(files):
    content = {"tests/tidy/layers.txt": LAYERS}
    for path, text in files.items():
        content[path] = text if isinstance(text, bytes) else text.encode()
    return Tree(content)


class Rule(unittest.TestCase):
    def finds(self, rule, files, *expected):
        """The rule finds exactly these places, given as "path:line"."""
        found = [f"{each.path}:{each.line}" for each in rule(tree_of(files))]
        self.assertEqual(sorted(found), sorted(expected))


class Lexing(unittest.TestCase):
    def test_comments_and_literals_are_no_code(self):
        text = 'int a; // double\n/* float\n*/ f("double" /* x */ "s", \'"\', 1\'000);'

        code, literals = lex(text)

        self.assertNotIn("double", code)
        self.assertNotIn("float", code)
        self.assertIn("1'000", code)
        self.assertEqual([(each.line, each.text) for each in literals], [(3, "doubles")])

    def test_raw_strings_and_escapes(self):
        _, literals = lex('f(R"x(a "b" \\n)x", "c\\"d\\\\", "e\\x41");')
        self.assertEqual([each.text for each in literals], ['a "b" \\n', 'c"d\\', "eA"])

    def test_lines_stay_where_they_were(self):
        text = 'a\n"b\\\nc"\n/* d\n */ e'
        code, _ = lex(text)
        self.assertEqual(code.count("\n"), text.count("\n"))
        self.assertEqual(code.index("e"), text.rindex("e"))


class Layers(Rule):
    rule = staticmethod(layers.includes_follow_the_layers)

    def include(self, path, line, *expected, **others):
        files = {
            "sdk/include/zhangfang/base/money.h": HEADER,
            "sdk/include/zhangfang/store/connection.h": HEADER,
            "sdk/include/zhangfang/ledger/voucher.h": HEADER,
            "sdk/src/ledger/store/voucher_store.h": HEADER,
            "sdk/include/zhangfang/command/request.h": HEADER,
            "sdk/include/zhangfang/command/read_context.h": HEADER,
            "sdk/include/zhangfang/view/view.h": HEADER,
            "sdk/ui/include/zhangfang/ui/screen.h": HEADER,
            "plugins/bookkeeping/domain/canteen.h": HEADER,
            "plugins/bookkeeping/store/template_store.h": HEADER,
            "plugins/bookkeeping/commands/enter.h": HEADER,
            "plugins/bookkeeping/commands/fields.h": HEADER,
            "plugins/attendance/domain/shift.h": HEADER,
            "shell/host/session.h": HEADER,
            path: line + "\n",
        }
        self.finds(self.rule, files, *expected)

    def refused(self, path, line):
        self.include(path, line, f"{path}:1")

    def allowed(self, path, line):
        self.include(path, line)

    def test_upwards_is_refused_and_downwards_allowed(self):
        self.refused("sdk/src/base/a.cpp", '#include "zhangfang/store/connection.h"')
        self.allowed("sdk/src/store/a.cpp", '#include "zhangfang/base/money.h"')

    def test_the_ledger_meets_the_store_in_its_store_folder_only(self):
        self.refused("sdk/src/ledger/a.cpp", '#include "zhangfang/store/connection.h"')
        self.allowed("sdk/src/ledger/store/a.cpp", '#include "zhangfang/store/connection.h"')

    def test_domain_is_pure(self):
        path = "plugins/bookkeeping/domain/a.cpp"
        self.allowed(path, '#include "zhangfang/ledger/voucher.h"')
        self.refused(path, '#include "zhangfang/command/request.h"')
        self.refused(path, '#include "store/template_store.h"')
        self.refused(path, '#include "../../../sdk/src/ledger/store/voucher_store.h"')

    def test_one_header_may_be_granted_alone(self):
        path = "plugins/bookkeeping/ui/a.cpp"
        self.allowed(path, '#include "zhangfang/command/request.h"')
        self.refused(path, '#include "zhangfang/command/read_context.h"')

        path = "plugins/bookkeeping/reports/a.cpp"
        self.allowed(path, '#include "commands/fields.h"')
        self.refused(path, '#include "commands/enter.h"')

    def test_exceptions_of_a_wide_grant_hold(self):
        path = "plugins/bookkeeping/commands/a.cpp"
        self.allowed(path, '#include "zhangfang/store/connection.h"')
        self.refused(path, '#include "zhangfang/view/view.h"')
        self.refused(path, '#include "zhangfang/ui/screen.h"')

    def test_no_plugin_includes_another(self):
        self.refused(
            "plugins/bookkeeping/plugin.cpp", '#include "../attendance/domain/shift.h"'
        )

    def test_the_shell_knows_no_plugin(self):
        self.refused(
            "shell/host/a.cpp", '#include "../../plugins/bookkeeping/domain/canteen.h"'
        )
        self.allowed("shell/cli/a.cpp", '#include "host/session.h"')
        self.refused("shell/cli/a.cpp", '#include "zhangfang/ui/screen.h"')

    def test_a_library_has_one_folder(self):
        self.refused("sdk/src/model/a.cpp", "#include <sqlite3.h>")
        self.allowed("sdk/src/store/sqlite_connection.cpp", "#include <sqlite3.h>")
        self.refused("sdk/src/store/workspace.cpp", "#include <unistd.h>")
        self.refused("sdk/src/base/a.cpp", "#include <openssl/sha.h>")
        self.allowed("sdk/src/base/a.cpp", "#include <vector>")

    def test_missing_files_and_stray_folders_are_named(self):
        self.refused("sdk/src/base/a.cpp", '#include "vector"')
        self.refused("sdk/odd/a.cpp", "#include <vector>")

    def test_generated_headers_are_known_to_cmake(self):
        path = "sdk/src/command/a.cpp"
        include = '#include "zhangfang/base/version.h"\n'
        file = "${PROJECT_BINARY_DIR}/include/zhangfang/base/version.h"
        made = f'configure_file(cmake/v.h.in "{file}")'
        self.finds(self.rule, {path: include, "sdk/CMakeLists.txt": made})
        self.finds(self.rule, {path: include, "sdk/CMakeLists.txt": ""}, f"{path}:1")

    def test_comments_include_nothing(self):
        self.allowed("sdk/src/base/a.cpp", "// #include <sqlite3.h>")


class Words(Rule):
    def test_floating_point(self):
        text = "// double\ndouble a;\nconst char* b = \"float\";\nauto c = std::stod(b);\n"
        rule = words.no_floating_point_below_the_screen
        self.finds(rule, {"sdk/src/a.cpp": text}, "sdk/src/a.cpp:2", "sdk/src/a.cpp:4")
        self.finds(rule, {"sdk/ui/a.cpp": text, "plugins/x/ui/a.cpp": text})
        table = "CREATE TABLE x (\n  a REAL -- no\n);\n-- REAL\n"
        path = "sdk/src/store/migrations/0001_x.sql"
        self.finds(rule, {path: table}, f"{path}:2")

    def test_sql(self):
        text = 'f("SELECT 1");\nf("select a file");\n// "SELECT"\nf("UP"\n  "DATE x");\n'
        rule = words.sql_lives_in_store_folders
        self.finds(rule, {"sdk/src/a.cpp": text}, "sdk/src/a.cpp:1", "sdk/src/a.cpp:4")
        self.finds(rule, {"sdk/src/ledger/store/a.cpp": text, "plugins/x/store/a.cpp": text})

    def test_wx(self):
        text = "wxString a;\nint waxes;\nf(wxT(b));\n"
        rule = words.wx_lives_in_windows
        self.finds(rule, {"shell/host/a.cpp": text}, "shell/host/a.cpp:1", "shell/host/a.cpp:3")
        self.finds(rule, {"shell/desktop/a.cpp": text, "reports/render/print/a.cpp": text})

    def test_macros(self):
        rule = words.macros_are_few
        self.finds(rule, {"sdk/src/a.h": "int a;\n# define B 1\n"}, "sdk/src/a.h:2")

    def test_promises(self):
        mark = "TO" + "DO"
        rule = words.nothing_is_promised
        self.finds(rule, {"sdk/src/a.h": f"// {mark} later\n", "sdk/b.md": mark}, "sdk/src/a.h:1")


class Layout(Rule):
    def test_bytes(self):
        rule = layout.text_is_plain
        lines = ["sdk/a.h:1", "sdk/a.h:2", "sdk/a.h:2", "sdk/a.h:3"]
        self.finds(rule, {"sdk/a.h": "a \nb\t\n\tc\n"}, *lines)
        self.finds(rule, {"sdk/a.h": b"\xef\xbb\xbfa\n"}, "sdk/a.h:1")
        self.finds(rule, {"sdk/a.h": b"a\nb\r\nc\n"}, "sdk/a.h:2")
        self.finds(rule, {"sdk/a.h": "a\nb"}, "sdk/a.h:2")
        self.finds(rule, {"sdk/a.h": b"a\n\xff\n"}, "sdk/a.h:2")
        self.finds(rule, {"sdk/a.h": "a\n", "tests/data/gbk.csv": b"\xd5\xcb \r\n"})

    def test_columns_count_as_the_screen_does(self):
        rule = layout.lines_fit
        fits = "x" * 100 + "\n" + "账" * 50 + "\n"
        self.finds(rule, {"sdk/a.h": fits, "sdk/a.md": "x" * 200})
        long = "x" * 101 + "\n" + "账" * 50 + "x\n"
        self.finds(rule, {"sdk/a.h": long}, "sdk/a.h:1", "sdk/a.h:2")

    def test_pragma_once(self):
        rule = layout.headers_are_read_once
        self.finds(rule, {"a.h": HEADER, "b.h": "// b\n" + HEADER, "c.cpp": "\n"}, "b.h:1")

    def test_sizes(self):
        body = "    f();\n" * 69
        rule = layout.sizes_worth_a_look
        self.finds(rule, {"a.cpp": "int a() {\n" + body[:-9] + "}\n"})
        self.finds(rule, {"a.cpp": "\nint a(int b) const {\n" + body + "}\n"}, "a.cpp:2")
        self.finds(rule, {"a.cpp": "int a[] = {\n" + "    1,\n" * 90 + "};\n"})
        self.finds(rule, {"a.cpp": "\n" * 400})
        self.finds(rule, {"a.cpp": "\n" * 401}, "a.cpp:1")


class Pages(Rule):
    def test_four_files_need_a_page(self):
        rule = pages.folders_have_their_page
        files = {f"shell/host/{name}.cpp": "" for name in "abcd"}
        self.finds(rule, files, "shell/host:1")
        self.finds(rule, {**files, "shell/host/README.md": "x"})
        del files["shell/host/d.cpp"]
        self.finds(rule, files)

    def test_public_headers_share_the_page_of_their_sources(self):
        rule = pages.folders_have_their_page
        files = {f"sdk/include/zhangfang/base/{name}.h": "" for name in "abcd"}
        self.finds(rule, files, "sdk/include/zhangfang/base:1")
        self.finds(rule, {**files, "sdk/src/base/README.md": "x"})

    def test_every_file_is_used(self):
        rule = pages.every_file_is_used
        self.finds(rule, {"sdk/lost/a.cpp": ""}, "sdk/lost/a.cpp:1")
        self.finds(rule, {"plugins/x/odd/a.cpp": ""}, "plugins/x/odd/a.cpp:1")
        self.finds(rule, {"sdk/src/base/a.h": HEADER}, "sdk/src/base/a.h:1")
        self.finds(rule, {"sdk/src/base/a.h": HEADER, "sdk/src/base/a.cpp": '#include "a.h"\n'})
        self.finds(rule, {"sdk/src/base/0001_a.sql": ""}, "sdk/src/base/0001_a.sql:1")
        self.finds(rule, {"plugins/x/store/migrations/0001_a.sql": ""})
        self.finds(rule, {"sdk/cmake/Lost.cmake": "x"}, "sdk/cmake/Lost.cmake:1")

    def test_names(self):
        rule = pages.names_differ
        self.finds(rule, {"a/x.h": "", "a/x.cpp": "", "b/x.cpp": ""})
        self.finds(rule, {"a/X.cpp": "", "a/x.cpp": ""}, "a/x.cpp:1")
        self.finds(rule, {"a/x.cc": "", "a/x.cpp": ""}, "a/x.cpp:1")


class Coverage(Rule):
    PROBLEM = 'return Problem{.code = "bk.voucher.own_review",\n .text = {"No."}};\n'
    NOTICED = "a> bk voucher review\n~ bk.voucher.own_review voucher\n"
    COMMAND = 'const Command<Review> review{\n    .name = "bk.voucher.review",\n};\n'

    def test_each_code_has_a_scenario(self):
        rule = coverage.errors_are_provoked
        path = "plugins/x/domain/a.cpp"
        scenario = "tests/errors/bk.voucher.own_review.scenario"
        self.finds(rule, {path: self.PROBLEM}, f"{path}:1")
        self.finds(rule, {path: self.PROBLEM, scenario: "a> help\n"}, f"{path}:1")
        self.finds(rule, {path: self.PROBLEM, scenario: "! bk.voucher.own_review voucher\n"})
        self.finds(rule, {path: self.PROBLEM, "tests/scenarios/a.scenario": self.NOTICED})
        maker = "Problem refusal(const Field& at, std::string code, Message text);\n"
        self.finds(rule, {path: maker + 'return refusal(at, "bk.a.b", x);'}, f"{path}:2")
        self.finds(rule, {path: 'return refusal(at, "bk.a.b", x);'})
        self.finds(rule, {path: 'return Problem{"bk.a.b", x};'}, f"{path}:1")
        self.finds(rule, {path: 'rows = {{Fault::b, "bk.a.b",\n {"No. Stop."}}};'}, f"{path}:1")
        self.finds(rule, {path: '{.permission = "bk.read", "Reads a book."}'})
        self.finds(rule, {path: '// Problem{"bk.a.b"}\nlookup("bk.a.b");'})
        found = "const Problem* find(std::string_view code);\n"
        self.finds(rule, {path: found + 'commands.find("bk.a.b");'})
        self.finds(rule, {path: 'return Problem{.code = "bk.not_a_" + kind};'})

    def test_a_test_expects_a_code(self):
        path = "plugins/x/domain/a.cpp"
        files = {path: self.PROBLEM}
        unit = "tests/plugins/x/domain/a_test.cpp"
        case = 'TEST_CASE("nobody reviews what he prepared") {\n'

        def expects(text):
            self.finds(coverage.errors_are_provoked, {**files, unit: f"{case}{text}\n}}\n"})

        def is_silent_on(text):
            unproved = {**files, unit: f"{case}{text}\n}}\n"}
            self.finds(coverage.errors_are_provoked, unproved, f"{path}:1")

        expects('CHECK(refused.code == "bk.voucher.own_review");')
        expects('REQUIRE(codes_of(all(1)) ==\n Codes{"a", "bk.voucher.own_review"});')
        expects('std::string expected = "bk.voucher.own_review";')
        expects('const Row rows[] = {\n{1, "bk.voucher.own_review"}};')
        expects('const auto row = GENERATE(values<Row>({{1, {"bk.voucher.own_review"}}}));')
        is_silent_on('// CHECK(refused.code == "bk.voucher.own_review");')
        is_silent_on('CHECK(refused.code != "bk.voucher.own_review");')
        is_silent_on('CHECK_FALSE(codes.contains("bk.voucher.own_review"));')
        is_silent_on('request.acknowledged = {"bk.voucher.own_review"};')
        is_silent_on('CHECK(review({.acknowledged = {"bk.voucher.own_review"}}));')
        is_silent_on('review("bk.voucher.own_review");')
        is_silent_on('INFO("bk.voucher.own_review");')

    def test_each_scenario_expects_its_code(self):
        rule = coverage.error_scenarios_are_alive
        path = "plugins/x/domain/a.cpp"
        scenario = "tests/errors/bk.voucher.own_review.scenario"
        lives = "a> bk voucher review\n! bk.voucher.own_review voucher\n"
        self.finds(rule, {path: self.PROBLEM, scenario: lives})
        self.finds(rule, {path: self.PROBLEM, scenario: "a> help\n"}, f"{scenario}:1")
        self.finds(rule, {path: "", scenario: lives}, f"{scenario}:1")
        joined = 'return Problem{.code = "bk.voucher.own_" + what};'
        self.finds(rule, {path: joined, scenario: lives})

    def test_each_command_has_a_test(self):
        rule = coverage.commands_are_tested
        path = "plugins/x/commands/review_voucher.cpp"
        unit = "tests/plugins/x/commands/review_voucher_test.cpp"
        files = {path: self.COMMAND}
        self.finds(rule, files, f"{path}:2")
        self.finds(rule, {**files, unit: ""}, f"{path}:2")
        self.finds(rule, {**files, unit: 'run("bk.voucher.review");'})
        spoken = {"tests/scenarios/a.scenario": "a> bk voucher review --voucher 1\n"}
        self.finds(rule, {**files, **spoken})
        self.finds(rule, {"plugins/x/commands/fields.cpp": "int a;\n"})
        longer = {"tests/scenarios/a.scenario": "a> bk voucher reviewer\n"}
        self.finds(rule, {**files, **longer}, f"{path}:2")

    def test_a_name_kept_as_a_constant_counts(self):
        path = "sdk/src/system/add_operator.h"
        text = 'struct AddOperator {\n    static constexpr auto command = "operator.add";\n};\n'
        self.finds(coverage.commands_are_tested, {path: text}, f"{path}:2")
        used = '{.label = "Review", .command = "bk.voucher_review"}'
        self.finds(coverage.commands_are_tested, {"plugins/x/views/menu.cpp": used})


def po(*entries):
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    return head + "".join(f'\nmsgid "{one}"\nmsgstr "{other}"\n' for one, other in entries)


class Catalogues(Rule):
    def test_each_string_has_both_scripts(self):
        rule = catalogues.strings_have_chinese
        path = "plugins/x/views/a.cpp"
        text = 'f(\n  "Book", "a.b", "utf-8", "The book {0} is "\n  "closed. Open it.");\n'
        source = {path: text}
        self.finds(rule, source, f"{path}:2", f"{path}:2")
        closed = ("The book {0} is closed. Open it.", "账套 {0} 已结。请打开。")
        texts = po(("Book", "账套"), closed)
        both = {f"plugins/x/i18n/{language}.po": texts for language in ("zh_CN", "zh_TW")}
        self.finds(rule, {**source, **both})
        self.finds(rule, {**source, "plugins/x/i18n/zh_CN.po": texts}, f"{path}:2", f"{path}:2")
        menu = {path: 'f("Book/Book", "Book/Month");'}
        self.finds(rule, {**menu, **both}, f"{path}:1")
        elsewhere = {f"plugins/y/i18n/{language}.po": texts for language in ("zh_CN", "zh_TW")}
        self.finds(rule, {**source, **elsewhere}, f"{path}:2", f"{path}:2")

    def test_what_programmers_read_stays_english(self):
        text = 'throw std::logic_error("The map is empty here");\n'
        text += 'ZF_ASSERT(a == "No such thing");\n'
        self.finds(catalogues.strings_have_chinese, {"sdk/src/a.cpp": text})

    def test_what_programs_read_stays_as_it_is(self):
        rule = catalogues.strings_have_chinese
        path = "sdk/src/a.cpp"
        script = 'f(R"(\nset words here\nzhangfang complete now\n)");'
        self.finds(rule, {path: 'f("id, made_at, path");\n' + script})
        self.finds(rule, {path: 'f("held, entered, posted");'}, f"{path}:1")
        self.finds(rule, {path: 'f(R"(set words here)");'}, f"{path}:1")

    def test_catalogues_are_whole(self):
        rule = catalogues.strings_have_chinese
        path = "sdk/i18n/zh_CN.po"
        self.finds(rule, {path: po(("Book", ""))}, f"{path}:4")
        self.finds(rule, {path: po(("Book", "账"), ("Book", "账"))}, f"{path}:7")
        self.finds(rule, {path: po(("Book {0}", "账"))}, f"{path}:4")
        self.finds(rule, {path: po() + '\n#, fuzzy\nmsgid "Book"\nmsgstr "账"\n'}, f"{path}:4")

    def test_sql_needs_no_translation(self):
        text = 'f("SELECT a FROM b WHERE c = ?");\nf("Type it again, please.");\n'
        path = "sdk/src/access/store/a.cpp"
        self.finds(catalogues.strings_have_chinese, {path: text}, f"{path}:2")

    def test_a_plugin_s_title_is_a_string(self):
        path = "plugins/x/CMakeLists.txt"
        build = {path: 'zhangfang_add_plugin(x\n    TITLE "Bookkeeping")\n'}
        self.finds(catalogues.strings_have_chinese, build, f"{path}:1", f"{path}:1")
        text = po(("Bookkeeping", "账务"))
        both = {f"plugins/x/i18n/{language}.po": text for language in ("zh_CN", "zh_TW")}
        self.finds(catalogues.strings_have_chinese, {**build, **both})
        self.finds(catalogues.catalogues_are_alive, {**build, **both})

    def test_modules_agree(self):
        rule = catalogues.modules_agree
        one, other = "plugins/x/i18n/zh_CN.po", "sdk/i18n/zh_CN.po"
        self.finds(rule, {one: po(("Open", "打开")), other: po(("Open", "打开"))})
        differing = {one: po(("Open", "打开")), other: po(("Book", "账套"), ("Open", "未结账"))}
        self.finds(rule, differing, f"{other}:7")
        self.finds(rule, {one: po(("Open", "打开")), "sdk/i18n/zh_TW.po": po(("Open", "開啟"))})

    def test_texts_that_nobody_says_are_dead(self):
        rule = catalogues.catalogues_are_alive
        path = "sdk/i18n/zh_CN.po"
        self.finds(rule, {path: po(("Book", "账")), "sdk/src/a.cpp": 'f("Book");'})
        self.finds(rule, {path: po(("Book", "账")), "sdk/src/a.cpp": 'f("Menu/Book");'})
        self.finds(rule, {path: po(("Book", "账")), "sdk/src/a.cpp": 'f("Books");'}, f"{path}:4")


class AllRules(unittest.TestCase):
    def test_every_rule_is_tried_here(self):
        tried = Path(__file__).read_text()
        for name, rule in RULES.items():
            self.assertIn(rule.__name__, tried, name)


if __name__ == "__main__":
    unittest.main()

#include "../canteen_book.h"

using namespace zf;
using namespace zf::test;

namespace {

template <class T>
std::string code_of(const Result<T>& result) {
    return result ? "" : result.error().code;
}

Account new_account(const std::string& code, const std::string& name) {
    return {.code = code,
            .name = name,
            .account_class = AccountClass::liability,
            .normal_side = Side::credit};
}

}  // namespace

TEST_CASE("A new book has its kind's chart, dimensions and options", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};

    canteen.read([&](Reader reader) {
        const BookStore books{reader};
        const Book book = books.resolve("").value();
        CHECK(book.options == mess_kind().options);
        CHECK(book.status == BookStatus::initialising);
        CHECK(books.base_measure(book.id).code == "CNY");
        CHECK(books.resolve("other").error().code == "ledger.book.unknown");
        const std::vector<Account> accounts = AccountStore{reader, book.id}.all(2008);
        REQUIRE(accounts.size() == 4);
        CHECK(accounts[0].mnemonic == "kcxj");
        CHECK(accounts[2].dimensions ==
              std::vector<AccountDimension>{{"flow", DimensionUse::analysis, false}});
        CHECK(AccountStore{reader, book.id}.all(2007).empty());
        CHECK(AccountStore{reader, book.id}.search("hsf", 2008, 5).at(0).code == "401");
        CHECK(AccountStore{reader, book.id}.search("现金", 2008, 5).size() == 1);
        return 0;
    });
}

TEST_CASE("A book is refused with all its faults", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    const auto create = [&](NewBook request) {
        return canteen.write(quartermaster,
                             [&](const Writing& writing) { return create_book(writing, request); });
    };
    const NewBook good{.code = "second", .name = "二中队", .kind = "mess", .start = {2008, 1}};

    NewBook bad = good;
    bad.kind = "grain";
    CHECK(code_of(create(bad)) == "ledger.book.kind_unknown");
    bad = good;
    bad.code = "mess";
    CHECK(code_of(create(bad)) == "ledger.book.code_taken");
    bad.code = "";
    CHECK(code_of(create(bad)) == "ledger.book.code_bad");
    bad.code = std::string(41, 'm');
    CHECK(code_of(create(bad)) == "ledger.book.code_bad");
    bad = good;
    bad.start = {2008, 13};
    CHECK(code_of(create(bad)) == "ledger.book.start_not_a_month");
    bad = good;
    bad.options = mess_kind().options;
    bad.options->review_before_posting = false;
    CHECK(code_of(create(bad)) == "ledger.book.review_not_waivable");
    bad = good;
    bad.code_levels = "4-2";
    CHECK(code_of(create(bad)) == "ledger.account.chart_bad");
    bad.code_levels = "3--2";
    CHECK(code_of(create(bad)) == "ledger.book.code_levels");
    CHECK(code_of(create(good)).empty());
    CHECK(canteen.read([](Reader reader) { return code_of(BookStore{reader}.resolve("")); }) ==
          "ledger.book.several");
}

TEST_CASE("What is sealed in a book stays, and its level only rises", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    const auto change = [&](auto alter) {
        Book book = canteen.read(
            [&](Reader reader) { return *BookStore{reader}.get(canteen.book.id); });
        alter(book);
        return code_of(canteen.write(
            quartermaster, [&](const Writing& writing) { return change_book(writing, book); }));
    };

    CHECK(change([](Book& book) { book.kind = "grain"; }) == "ledger.book.sealed");
    CHECK(change([](Book& book) { book.code_levels = "3-3"; }) == "ledger.book.code_levels_sealed");
    CHECK(change([](Book& book) { book.code_levels += "-2"; }).empty());
    CHECK(change([](Book& book) { book.control_level = ControlLevel::strict; }).empty());
    CHECK(change([](Book& book) { book.control_level = ControlLevel::traced; }) ==
          "ledger.book.level_lowered");
    CHECK(change([](Book& book) { book.options.review_before_posting = false; }) ==
          "ledger.book.review_sealed");
    CHECK(change([](Book& book) { book.options.summary_length_min = 0; }) ==
          "ledger.book.summary_length");
    CHECK(change([](Book& book) { book.options.number_width = 0; }) == "ledger.book.number_width");
    CHECK(change([](Book& book) { book.options.number_width = 10; }) == "ledger.book.number_width");
    CHECK(change([](Book& book) { book.options.number_width = 9; }).empty());
    CHECK(change([](Book& book) { book.options.red_word = ""; }) == "ledger.book.red_word");
    CHECK(change([](Book& book) { book.name = " "; }) == "ledger.book.name_missing");
    CHECK(change([](Book& book) { --book.version; }) == "ledger.book.changed_meanwhile");
    CHECK(change([](Book& book) { book.options.red_word = "注销"; }).empty());
}

TEST_CASE("A book whose kind is not loaded, or that is archived, can only be read", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    const Voucher voucher = canteen.voucher(Date{2008, 1, 5}, "收上级拨一月份伙食费", 1, "102",
                                            "401", "100.00");
    const auto enter = [&] {
        return code_of(canteen.write(quartermaster, [&](const Writing& writing) {
            return enter_voucher(writing, voucher);
        }));
    };

    canteen.done(quartermaster, [&](const Writing& writing) {
        return set_book_archived(writing, canteen.book.id, true);
    });
    CHECK(enter() == "ledger.book.archived");
    canteen.done(quartermaster, [&](const Writing& writing) {
        return set_book_archived(writing, canteen.book.id, false);
    });
    canteen.kinds = {};
    CHECK(enter() == "ledger.book.kind_not_loaded");
    CHECK(canteen.trial_balance(2008, 1, 1).size() == 4);
}

TEST_CASE("An account is added where its code belongs and inherits from above", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    const auto add = [&](const Account& account) {
        return canteen.write(quartermaster, [&](const Writing& writing) {
            return add_account(writing, canteen.book.id, 2008, account);
        });
    };

    CHECK(code_of(add(new_account("1020", "农行"))) == "ledger.account.code_levels");
    CHECK(code_of(add(new_account("20101", "暂收"))) == "ledger.account.parent_missing");
    CHECK(code_of(add(new_account("101", "现金"))) == "ledger.account.code_taken");
    CHECK(code_of(add(new_account("201", " "))) == "ledger.account.name_bad");
    const auto child = add(new_account("10201", "农行存款"));
    REQUIRE(child);
    CHECK(child->account.feature == AccountFeature::bank);
    CHECK(child->account.normal_side == Side::debit);
    CHECK(child->account.level == 2);
    CHECK_FALSE(canteen.read([&](Reader reader) {
        return AccountStore{reader, canteen.book.id}.find("102", 2008)->is_leaf;
    }));
}

TEST_CASE("The first account below one with amounts takes them over, and no line is rewritten",
          "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    const Voucher voucher = canteen.enter(
        canteen.voucher(Date{2008, 1, 5}, "收上级拨一月份伙食费", 1, "102", "401", "100.00"));
    canteen.review_and_post({2008, 1});
    const auto add = [&](const Writing& writing) {
        return add_account(writing, canteen.book.id, 2008, new_account("10201", "农行存款"));
    };

    CHECK(code_of(canteen.write(quartermaster, add)) == "ledger.account.data_moves");
    canteen.done(quartermaster, add, {"ledger.account.data_moves"});

    CHECK(canteen.trial_balance(2008, 1, 1)[1] ==
          "102 18764.40 | 100.00 0.00 | 100.00 0.00 | 18864.40");
    CHECK(canteen.trial_balance(2008, 1, 1)[2] ==
          "10201 18764.40 | 100.00 0.00 | 100.00 0.00 | 18864.40");
    CHECK(canteen.account("10201") == voucher.entries[0].account);
    CHECK(canteen.verify().empty());
}

TEST_CASE("An account is renamed for its year on, and earlier years keep the name", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    const auto read = [&](int year) {
        return *canteen.read([&](Reader reader) {
            return AccountStore{reader, canteen.book.id}.find("402", year);
        });
    };
    Account account = read(2009);
    account.name = "粮差补贴";
    const auto change = [&](const Account& changed, std::int64_t version) {
        return code_of(canteen.write(quartermaster, [&](const Writing& writing) {
            return change_account(writing, canteen.book.id, 2009, changed, version);
        }));
    };

    CHECK(change(account, 99) == "ledger.account.changed_meanwhile");
    CHECK(change(account, 1).empty());

    CHECK(read(2008).name == "军粮差价补贴");
    CHECK(read(2009).name == "粮差补贴");
    CHECK(read(2009).mnemonic == "lcbt");
    account.code = "403";
    CHECK(change(account, 2) == "ledger.account.code_sealed");
}

TEST_CASE("The nature of an account stays once it has lines in the year, and one with a balance "
          "stays in use",
          "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    canteen.enter(
        canteen.voucher(Date{2008, 1, 5}, "收上级拨一月份伙食费", 1, "102", "401", "100.00"));
    const auto change = [&](auto alter) {
        Account account = *canteen.read([&](Reader reader) {
            return AccountStore{reader, canteen.book.id}.find("401", 2008);
        });
        alter(account);
        return code_of(canteen.write(quartermaster, [&](const Writing& writing) {
            return change_account(writing, canteen.book.id, 2008, account, 1);
        }));
    };
    CHECK(change([](Account& account) { account.dimensions.clear(); }) ==
          "ledger.account.in_use_this_year");
    CHECK(change([](Account& account) { account.is_enabled = false; }) ==
          "ledger.account.not_at_rest");
    CHECK(change([](Account& account) { account.name = "伙食费结余"; }).empty());
}

TEST_CASE("A subtree goes as a whole or not at all", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    for (const char* code : {"201", "20101", "20102"})
        canteen.done(quartermaster, [&](const Writing& writing) {
            return add_account(writing, canteen.book.id, 2008, new_account(code, "暂收款"));
        });
    const Id<Account> top = canteen.account("201");
    const auto remove = [&](bool subtree) {
        return canteen.write(quartermaster, [&](const Writing& writing) {
            return remove_accounts(writing, canteen.book.id, 2008, {top}, subtree);
        });
    };
    const std::vector<Opening> openings{
        {.account = canteen.account("20102"), .balance = yuan("-1.00")}};
    canteen.done(quartermaster, [&](const Writing& writing) {
        return set_openings(writing, canteen.book.id, openings, false);
    });

    CHECK(code_of(remove(false)) == "ledger.account.has_children");
    CHECK(code_of(remove(true)) == "ledger.account.in_use");
    canteen.done(quartermaster, [&](const Writing& writing) {
        return set_openings(writing, canteen.book.id, {}, true);
    });
    const auto removed = remove(true);
    REQUIRE(removed);
    CHECK(removed->accounts.size() == 3);
    CHECK(removed->accounts[0].code == "201");
    CHECK(canteen.trial_balance(2008, 1, 1).size() == 4);
}

TEST_CASE("Opening balances must agree before the book goes into use", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    const auto set = [&](std::vector<Opening> openings) {
        return code_of(canteen.write(quartermaster, [&](const Writing& writing) {
            return set_openings(writing, canteen.book.id, openings, false);
        }));
    };
    const auto finish = [&] {
        return canteen.write(quartermaster, [&](const Writing& writing) {
            return finish_initialisation(writing, canteen.book.id);
        });
    };
    const Id<Account> cash = canteen.account("101"), mess = canteen.account("401");

    CHECK(set({{.account = cash, .balance = yuan("100.00")},
               {.account = mess, .balance = yuan("-99.62")}})
              .empty());
    const auto unbalanced = finish();
    REQUIRE_FALSE(unbalanced);
    CHECK(unbalanced.error().code == "ledger.opening.unbalanced");
    // 100.00 − 99.62 = 0.38, the interest that was not booked.
    CHECK(unbalanced.error().text.arguments[2] == Argument{Money::fen(38)});
    CHECK(set({{.account = cash, .balance = yuan("1.00"), .year_debit = yuan("1.00")}}) ==
          "ledger.opening.year_amounts");
    CHECK(set({{.account = mess, .balance = yuan("-100.00")}}).empty());
    CHECK(finish());
    CHECK(set({{.account = mess, .balance = yuan("-1.00")}}) == "ledger.opening.finished");
    CHECK(canteen.write(quartermaster, [&](const Writing& writing) {
        return undo_initialisation(writing, canteen.book.id);
    }));
    CHECK(finish());
    canteen.enter(
        canteen.voucher(Date{2008, 1, 5}, "收上级拨一月份伙食费", 1, "102", "401", "100.00"));
    CHECK(code_of(canteen.write(quartermaster, [&](const Writing& writing) {
              return undo_initialisation(writing, canteen.book.id);
          })) == "ledger.opening.vouchers_exist");
}

TEST_CASE("A book that starts in May opens with the turnovers since January", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store, std::nullopt, {2008, 5}};
    const std::vector<Opening> openings{{.account = canteen.account("101"),
                                         .balance = yuan("500.00"),
                                         .year_debit = yuan("900.00"),
                                         .year_credit = yuan("600.00")},
                                        {.account = canteen.account("401"),
                                         .balance = yuan("-500.00"),
                                         .year_debit = yuan("600.00"),
                                         .year_credit = yuan("900.00")}};

    canteen.done(quartermaster, [&](const Writing& writing) {
        return set_openings(writing, canteen.book.id, openings, true);
    });
    canteen.done(quartermaster, [&](const Writing& writing) {
        return finish_initialisation(writing, canteen.book.id);
    });

    // 500 − 900 + 600 = 200 at the start of the year.
    CHECK(canteen.trial_balance(2008, 1, 5)[0] ==
          "101 200.00 | 900.00 600.00 | 900.00 600.00 | 500.00");
    CHECK(canteen.trial_balance(2008, 5, 5)[0] ==
          "101 500.00 | 0.00 0.00 | 900.00 600.00 | 500.00");
    CHECK(canteen.read([&](Reader reader) { return openings_of(reader, canteen.book.id); }) == [&] {
        std::vector<Opening> stored = openings;
        for (Opening& each : stored)
            each.measure = canteen.read(
                [&](Reader reader) { return BookStore{reader}.base_measure(canteen.book.id).id; });
        return stored;
    }());
    CHECK(canteen.verify().empty());
}

TEST_CASE("Dimensions and their items are kept by code", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    const auto add_kind = [&](const DimensionKind& kind) {
        return code_of(canteen.write(quartermaster, [&](const Writing& writing) {
            return add_dimension_kind(writing, canteen.book.id, kind);
        }));
    };
    const auto save = [&](const DimensionItem& item) {
        return code_of(canteen.write(quartermaster, [&](const Writing& writing) {
            return save_dimension_item(writing, canteen.book.id, item);
        }));
    };
    CHECK(add_kind({.code = "flow", .name = "收支"}) == "ledger.dimension.code_taken");
    CHECK(add_kind({.code = "car", .name = "车辆"}).empty());
    CHECK(save({.kind = "boat", .code = "1", .name = "船"}) == "ledger.dimension.unknown");
    CHECK(save({.kind = "flow", .code = "food", .name = "买菜"}) == "ledger.dimension.item_taken");
    CHECK(save({.kind = "flow", .code = "fuel", .name = "燃料", .direction = "sideways"}) ==
          "ledger.dimension.direction_bad");
    CHECK(save({.kind = "flow", .code = "fuel", .name = "燃料", .direction = "expense"}).empty());
    DimensionItem food = *canteen.read([&](Reader reader) {
        return AccountStore{reader, canteen.book.id}.dimension_item("flow", "food");
    });
    canteen.open_with_example();
    canteen.enter(
        canteen.voucher(Date{2008, 1, 3}, "购买蔬菜豆制品一批", 1, "401", "101", "86.40", "food"));
    food.code = "meal";
    CHECK(save(food) == "ledger.dimension.item_in_use");
    food.code = "food";
    food.name = "主副食";
    CHECK(save(food).empty());
}

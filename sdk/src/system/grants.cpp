// 授权: what an operator may do, where, for whose records, up to which amount.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "system/operator_rows.h"
#include "system/parts.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/model/answer.h"
#include "zhangfang/model/message_value.h"

namespace zf::system {
namespace {

struct FoundWorkspace {
    std::string login, name, password, preset;
};
struct GrantLine {
    std::string permission;
    Whose whose = Whose::all;
    std::optional<Money> up_to;
};
struct GrantRights {
    std::string operator_, book, preset;
    std::vector<GrantLine> grants;
};
struct ShowOperator {
    std::string operator_;
};
struct ListPermissions {
    std::string search;
};
struct ListPresets {};

const std::vector<std::string> workspace_rights{"zf.operators", "zf.books", "zf.backup",
                                                "zf.trail"};

const RolePreset* preset_named(const Registry& registry, const std::string& name) {
    const auto& presets = registry.presets();
    const auto found = std::find_if(presets.begin(), presets.end(),
                                    [&](const RolePreset& each) { return each.name == name; });
    return found == presets.end() ? nullptr : &*found;
}

Problem unknown_preset(const std::string& name) {
    return {
        .code = "operator.preset_unknown",
        .text =
            {"There is no preset of rights \"{0}\". Nothing was changed. Choose one from the list.",
             {name}},
        .place = {"preset"}};
}

// The first operator of a new workspace, who founds it and lets the others in.
Result<Changes> found_workspace(const Registry& registry, const FoundWorkspace& request,
                                CommandContext& context) {
    const OperatorStore store{context.transaction()};
    if (!store.all().empty())
        return Problem{.code = "operator.founded_already",
                       .text = {"This workspace has operators already. Nothing was changed. Sign "
                                "in as one of them.",
                                {}}};
    std::vector<Grant> grants;
    for (const std::string& right : workspace_rights) grants.push_back({.permission = right});
    if (!request.preset.empty()) {
        const RolePreset* preset = preset_named(registry, request.preset);
        if (preset == nullptr) return unknown_preset(request.preset);
        for (const std::string& right : preset->permissions)
            if (std::find(workspace_rights.begin(), workspace_rights.end(), right) ==
                workspace_rights.end())
                grants.push_back({.permission = right});
    }
    const auto stored = store.add(
        context.transaction(), {.login = request.login, .name = request.name}, stamp_of(context));
    if (!stored) return stored.error();
    if (auto weak = store.set_password(context.transaction(), stored->id, request.password,
                                       stamp_of(context)))
        return *weak;
    store.set_grants(context.transaction(), stored->id, grants, stamp_of(context));
    Changes changes{.changed = {{"zf.operator", {stored->id.value}}},
                    .said = {"{0} is the first operator.", {stored->name}}};
    changes.rows.push_back(new_operator_row(store, stored->id));
    changes.who = *stored;
    return changes;
}

std::string place_of(const Book& book) {
    return fmt::format("book:{}", book.id.value);
}

Result<std::string> place_of_book(const std::string& reference, Reader reader) {
    if (reference.empty()) return std::string{};
    const auto book = BookStore{reader}.resolve(reference);
    if (!book) return book.error();
    return place_of(*book);
}

bool holds(const std::vector<Grant>& grants, std::string_view permission, std::string_view place) {
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& each) {
        return each.permission == permission && (each.place.empty() || each.place == place);
    });
}

bool has_holder(const OperatorStore& store, const std::string& permission,
                const std::string& place) {
    const auto operators = store.all();
    return std::any_of(operators.begin(), operators.end(), [&](const Operator& each) {
        return each.is_enabled && holds(store.grants_of(each.id), permission, place);
    });
}

// Nobody changes his own rights; some rights are handed on by their holders only, once somebody
// holds them.
std::optional<Problem> why_not_granted(const Registry& registry, const OperatorStore& store,
                                       const Operator& to, const std::vector<Grant>& wanted,
                                       const CommandContext& context) {
    if (to.person == context.session().who().person)
        return Problem{.code = "operator.own_rights",
                       .text = {"Nobody changes his own rights. Nothing was changed. Another "
                                "administrator can do it.",
                                {}},
                       .place = {"operator"}};
    const std::vector<Grant> held = store.grants_of(to.id);
    for (const Grant& grant : wanted) {
        const Permission* permission = registry.permission(grant.permission);
        if (permission == nullptr)
            return Problem{
                .code = "operator.permission_unknown",
                .text = {"There is no right \"{0}\". Nothing was changed.", {grant.permission}},
                .place = {"grants"}};
        if (!permission->granted_by_holder || holds(held, grant.permission, grant.place) ||
            context.session().may(grant.permission, grant.place))
            continue;
        if (has_holder(store, grant.permission, grant.place))
            return Problem{.code = "operator.granted_by_holder",
                           .text = {"The right \"{0}\" is handed on only by who holds it. Nothing "
                                    "was changed. Ask a holder.",
                                    {permission->title}},
                           .place = {"grants"}};
    }
    return std::nullopt;
}

// The kinds of the books in which a place counts: one book's own, or every book's.
std::set<std::string> kinds_at(const std::string& place, Reader reader) {
    std::set<std::string> kinds;
    for (const Book& book : BookStore{reader}.all())
        if (place.empty() || place == place_of(book)) kinds.insert(book.kind);
    return kinds;
}

bool applies(const Conflict& conflict, const std::string& place, Reader reader) {
    if (conflict.only_kinds.empty()) return true;
    const std::set<std::string> kinds = kinds_at(place, reader);
    return std::any_of(conflict.only_kinds.begin(), conflict.only_kinds.end(),
                       [&](const std::string& each) { return kinds.contains(each); });
}

std::string title_of(const Registry& registry, const std::string& permission) {
    const Permission* declared = registry.permission(permission);
    return declared == nullptr ? permission : declared->title;
}

// Rights that one operator should not have together in one book, whenever they were granted.
Problems conflicts_in(const Registry& registry, const std::vector<Grant>& all, Reader reader) {
    std::set<std::string> places{""};
    for (const Grant& grant : all) places.insert(grant.place);
    Problems found;
    for (const Conflict& conflict : registry.conflicts()) {
        const bool meets = std::any_of(places.begin(), places.end(), [&](const std::string& place) {
            return holds(all, conflict.first, place) && holds(all, conflict.second, place) &&
                   applies(conflict, place, reader);
        });
        if (!meets) continue;
        found.push_back(
            {.code = "operator.rights_conflict",
             .level = conflict.refuses ? Level::error : Level::alert,
             .text = {"\"{0}\" and \"{1}\" should not be in one hand: {2} Nothing was changed.",
                      {title_of(registry, conflict.first), title_of(registry, conflict.second),
                       conflict.why}},
             .place = {"grants"}});
    }
    return found;
}

// "bk.enter@book:1, bk.review": one line of text for the trail's before and after.
std::string written(const std::vector<Grant>& grants) {
    std::string text;
    for (const Grant& grant : grants) {
        if (!text.empty()) text += ", ";
        text += grant.permission;
        if (!grant.place.empty()) text += "@" + grant.place;
        if (grant.whose != Whose::all) text += fmt::format(" ({})", name_of(grant.whose));
        if (grant.up_to) text += " <= " + grant.up_to->text();
    }
    return text;
}

Result<Changes> grant_rights(const Registry& registry, const GrantRights& request,
                             CommandContext& context) {
    const OperatorStore store{context.transaction()};
    const auto to = operator_named(store, request.operator_);
    if (!to) return to.error();
    const auto place = place_of_book(request.book, context.transaction());
    if (!place) return place.error();
    std::vector<Grant> wanted;
    if (!request.preset.empty()) {
        const RolePreset* preset = preset_named(registry, request.preset);
        if (preset == nullptr) return unknown_preset(request.preset);
        for (const std::string& right : preset->permissions) {
            const Permission* permission = registry.permission(right);
            wanted.push_back(
                {.permission = right,
                 .place = permission != nullptr && permission->is_per_book ? *place : ""});
        }
    }
    for (const GrantLine& line : request.grants) {
        const Permission* permission = registry.permission(line.permission);
        const bool is_per_book = permission != nullptr && permission->is_per_book;
        wanted.push_back({.permission = line.permission,
                          .place = is_per_book ? *place : "",
                          .whose = line.whose,
                          .up_to = line.up_to});
    }
    if (auto refusal = why_not_granted(registry, store, *to, wanted, context)) return *refusal;
    Changes changes{.changed = {{"zf.operator", {to->id.value}}},
                    .said = {"{0} now has {1} rights there.",
                             {to->name, static_cast<std::int64_t>(wanted.size())}}};
    // What was granted at this place is replaced; other books keep theirs.
    std::vector<Grant> all;
    const std::vector<Grant> before = store.grants_of(to->id);
    for (const Grant& held : before) {
        const bool is_replaced = held.place == *place ||
                                 (held.place.empty() &&
                                  std::any_of(wanted.begin(), wanted.end(), [&](const Grant& each) {
                                      return each.place.empty() &&
                                             each.permission == held.permission;
                                  }));
        if (!is_replaced) all.push_back(held);
    }
    all.insert(all.end(), wanted.begin(), wanted.end());
    if (auto refusal = context.settle(conflicts_in(registry, all, context.transaction()), changes))
        return *refusal;
    const BoundOperator bound{store, to->id};
    store.set_grants(context.transaction(), to->id, all, stamp_of(context));
    changes.rows.push_back(bound.row());
    changes.differences.push_back({.of = to->login,
                                   .field = "Rights",
                                   .before = Value{written(before)},
                                   .after = Value{written(store.grants_of(to->id))}});
    return changes;
}

Result<Record> show_operator(const Registry& registry, const ShowOperator& request,
                             ReadContext& context) {
    const OperatorStore store{context.snapshot()};
    const auto known = operator_named(store, request.operator_);
    if (!known) return known.error();
    List rows;
    for (const Grant& grant : store.grants_of(known->id)) {
        const Permission* permission = registry.permission(grant.permission);
        Record row;
        row.set("permission", Value{grant.permission});
        row.set("title",
                message_value({permission == nullptr ? grant.permission : permission->title}));
        row.set("place", Value{book_at(grant.place, context.snapshot())});
        row.set("whose", Value{std::string{name_of(grant.whose)}});
        row.set("up_to", grant.up_to ? Value{*grant.up_to} : Value{});
        rows.emplace_back(std::move(row));
    }
    Record answer;
    answer.set("login", Value{known->login});
    answer.set("name", Value{known->name});
    answer.set("is_enabled", Value{known->is_enabled});
    answer.set("rows", Value{std::move(rows)});
    return answer;
}

Result<Record> list_permissions(const Registry& registry, const ListPermissions& request) {
    List rows;
    for (const Permission& permission : registry.permissions()) {
        if (!request.search.empty() && permission.name.find(request.search) == std::string::npos)
            continue;
        Record row;
        row.set("permission", Value{permission.name});
        row.set("title", message_value({permission.title}));
        row.set("description", message_value({permission.description}));
        rows.emplace_back(std::move(row));
    }
    return Record{{"rows", std::move(rows)}};
}

Result<Record> list_presets(const Registry& registry) {
    List rows;
    for (const RolePreset& preset : registry.presets()) {
        Record row;
        row.set("preset", Value{preset.name});
        row.set("title", message_value({preset.title}));
        if (const BookKind* const kind = registry.book_kinds().find(preset.book_kind))
            row.set("book_kind", message_value({kind->label}));
        rows.emplace_back(std::move(row));
    }
    return Record{{"rows", std::move(rows)}};
}

FieldInfo whose_column() {
    FieldInfo whose = column("whose", "Whose records");
    whose.choices = choices_of<Whose>();
    return whose;
}

}  // namespace

std::string book_at(const std::string& place, Reader reader) {
    if (place.empty()) return place;
    for (const Book& book : BookStore{reader}.all())
        if (place == place_of(book)) return book.code;
    return place;
}

void describe_grants(Registry& registry) {
    const Registry* all = &registry;
    registry.add(Command<FoundWorkspace>{
        .name = "operator.found",
        .title = "Found the workspace",
        .help = "The first operator of a new workspace. No account or password exists before.",
        .needs = Needs::workspace,
        .parameters = {field("login", &FoundWorkspace::login, "Login").required().length(1, 40),
                       field("name", &FoundWorkspace::name, "Name").required().length(1, 40),
                       field("password", &FoundWorkspace::password, "Password").required().secret(),
                       field("preset", &FoundWorkspace::preset, "Preset of rights")},
        .run = [all](const FoundWorkspace& request, CommandContext& context) {
            return found_workspace(*all, request, context);
        }});
    registry.add(Command<GrantRights>{
        .name = "operator.grant",
        .title = "Grant rights",
        .help = "Replaces the rights of an operator in one book, or those of the whole workspace "
                "when no book is named.",
        .permission = "zf.operators",
        .parameters =
            {field("operator", &GrantRights::operator_, "Operator")
                 .required()
                 .refers_to("zf.operator"),
             field("book", &GrantRights::book, "Book").refers_to("bk.book"),
             field("preset", &GrantRights::preset, "Preset of rights").refers_to("zf.preset"),
             lines("grants", &GrantRights::grants, "Rights",
                   {field("permission", &GrantLine::permission, "Right")
                        .required()
                        .refers_to("zf.permission"),
                    field("whose", &GrantLine::whose, "Whose records").defaults_to("all"),
                    field("up_to", &GrantLine::up_to, "Up to")})},
        .run = [all](const GrantRights& request, CommandContext& context) {
            return grant_rights(*all, request, context);
        }});
    registry.add(Query<ShowOperator>{
        .name = "operator.show",
        .title = "Rights of an operator",
        .permission = "zf.operators",
        .parameters = {field("operator", &ShowOperator::operator_, "Operator")
                           .required()
                           .refers_to("zf.operator")},
        .answer = {column("login", "Login"), column("name", "Name"),
                   column("is_enabled", "Enabled", ValueType::boolean),
                   rows_of("Rights",
                           {column("permission", "Right"),
                            column("title", "Title", ValueType::record), column("place", "Book"),
                            whose_column(), column("up_to", "Up to", ValueType::money)})},
        .run = [all](const ShowOperator& request, ReadContext& context) {
            return show_operator(*all, request, context);
        }});
    registry.add(Query<ListPermissions>{
        .name = "operator.permissions",
        .title = "Rights",
        .permission = "zf.operators",
        .parameters = {field("search", &ListPermissions::search, "Search")},
        .answer = {rows_of("Rights", {column("permission", "Right"),
                                      column("title", "Title", ValueType::record),
                                      column("description", "Description", ValueType::record)})},
        .run = [all](const ListPermissions& request, ReadContext&) {
            return list_permissions(*all, request);
        }});
    registry.add(Query<ListPresets>{
        .name = "operator.presets",
        .title = "Presets of rights",
        .permission = "zf.operators",
        .answer = {rows_of("Presets of rights",
                           {column("preset", "Preset of rights"),
                            column("title", "Title", ValueType::record),
                            column("book_kind", "Kind of book", ValueType::record)})},
        .run = [all](const ListPresets&, ReadContext&) { return list_presets(*all); }});
    registry.add(ListView{.name = "zf.permission",
                          .title = "Rights",
                          .query = "operator.permissions",
                          .key = "permission",
                          .empty_text = "No rights are declared."});
    registry.add(ListView{.name = "zf.preset",
                          .title = "Presets of rights",
                          .query = "operator.presets",
                          .key = "preset",
                          .empty_text = "No presets are declared. Choose single rights."});
}

}  // namespace zf::system

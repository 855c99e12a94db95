// The sentences speak to the author of a module; they are not translated.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "zhangfang/plugin/registry.h"

namespace zf {
namespace {

class Examiner {
public:
    explicit Examiner(const Registry& registry, std::vector<std::string> faults)
        : registry_{registry},
          faults_{std::move(faults)} {
        for (const auto& each : registry.permissions()) permissions_.insert(each.name);
        for (const auto& each : registry.commands()) openable_.insert(each.first);
        for (const auto& each : registry.lists()) openable_.insert(each.name);
        for (const auto& each : registry.screens()) openable_.insert(each.name);
        for (const auto& each : registry.step_views()) openable_.insert(each.name);
        for (const auto& each : registry.help_pages()) openable_.insert(each.name);
    }

    std::vector<std::string> examine() {
        for (const auto& each : registry_.permissions())
            titled("permission", each.name, each.title);
        for (const auto& each : registry_.commands()) command(each.second);
        for (const auto& each : registry_.entities()) entity(each.second);
        for (const auto& each : registry_.presets()) preset(each);
        for (const auto& each : registry_.conflicts()) {
            permission("conflict", each.first + " with " + each.second, each.first);
            permission("conflict", each.first + " with " + each.second, each.second);
        }
        for (const auto& each : registry_.forms()) form(each);
        for (const auto& each : registry_.lists()) list(each);
        for (const auto& each : registry_.step_views()) steps(each);
        for (const auto& each : registry_.places()) place(each);
        for (const auto& each : registry_.menu()) menu(each);
        for (const auto& each : registry_.cards()) card(each);
        for (const auto& each : registry_.watches()) watch(each);
        for (const auto& each : registry_.settings())
            fields("setting", each.field.name, {each.field});
        for (const auto& each : registry_.help_pages()) titled("help page", each.name, each.title);
        return std::move(faults_);
    }

private:
    template <class... Parts>
    void declaration_fault(fmt::format_string<Parts...> sentence, Parts&&... parts) {
        faults_.push_back(fmt::format(sentence, std::forward<Parts>(parts)...));
    }

    void titled(std::string_view kind, std::string_view name, std::string_view title) {
        if (title.empty()) declaration_fault("The {} {} has no title.", kind, name);
    }
    void permission(std::string_view kind, std::string_view name, const std::string& wanted) {
        if (!permissions_.contains(wanted))
            declaration_fault("The {} {} names the permission {}, which nobody declares.", kind,
                              name, wanted);
    }
    void opens(std::string_view kind, std::string_view name, const std::string& target) {
        if (!openable_.contains(target))
            declaration_fault("The {} {} opens {}, which nobody declares.", kind, name, target);
    }
    void runs(std::string_view kind, std::string_view name, const std::string& target) {
        if (!registry_.commands().contains(target))
            declaration_fault("The {} {} names the command {}, which nobody declares.", kind, name,
                              target);
    }

    void command(const CommandEntry& entry) {
        const CommandInfo& info = entry.info;
        titled("command", info.name, info.title);
        const bool is_plain = std::all_of(info.name.begin(), info.name.end(), [](char each) {
            return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '_' ||
                   each == '.';
        });
        if (!is_plain || info.name.find('.') == std::string::npos)
            declaration_fault("The command {} is not named noun.verb in snake_case.", info.name);
        if (info.needs == Needs::session)
            permission("command", info.name, info.permission);
        else if (!info.permission.empty())
            declaration_fault("The command {} needs no session and yet names a permission.",
                              info.name);
        for (const std::string& each : info.may_ask) permission("command", info.name, each);
        const int functions = (entry.write ? 1 : 0) + (entry.read ? 1 : 0) +
                              (entry.external ? 1 : 0);
        if (functions != (info.effect == Effect::delivers ? 0 : 1))
            declaration_fault("The command {} has no handler.", info.name);
        fields("command", info.name, info.parameters);
        fields("answer of", info.name, info.answer);
    }

    void fields(std::string_view kind, const std::string& name, const std::vector<FieldInfo>& all) {
        for (const FieldInfo& each : all) {
            if (field(all, each.name) != &each)
                declaration_fault("The {} {} has the field {} twice.", kind, name, each.name);
            if (each.label.empty())
                declaration_fault("The field {} of the {} {} has no label.", each.name, kind, name);
            if (each.is_secret && each.type != ValueType::text)
                declaration_fault("The secret {} of the {} {} is no text.", each.name, kind, name);
            if (!is_known_reference(each.refers_to))
                declaration_fault(
                    "The field {} of the {} {} refers to {}, which is no entity or list.",
                    each.name, kind, name, each.refers_to);
            if (!each.default_text.empty() && !parse_value(each, each.default_text))
                declaration_fault("The default of the field {} of the {} {} cannot be read.",
                                  each.name, kind, name);
            if (!each.lines.empty()) fields(kind, name + "." + each.name, each.lines);
        }
    }

    void entity(const EntityInfo& entity) {
        titled("entity", entity.name, entity.label);
        fields("entity", entity.name, entity.fields);
        for (const std::string& key : entity.key)
            if (!has_field(entity.fields, key))
                declaration_fault("The entity {} has the key {}, which is no field of it.",
                                  entity.name, key);
    }

    void preset(const RolePreset& preset) {
        titled("preset", preset.name, preset.title);
        for (const std::string& each : preset.permissions) permission("preset", preset.name, each);
        if (!preset.book_kind.empty() && registry_.book_kinds().find(preset.book_kind) == nullptr)
            declaration_fault("The preset {} is for the book kind {}, which nobody declares.",
                              preset.name, preset.book_kind);
    }

    void form(const FormView& form) {
        const auto command = registry_.commands().find(form.of);
        const auto entity = registry_.entities().find(form.of);
        const bool is_of_command = command != registry_.commands().end();
        if (!is_of_command && entity == registry_.entities().end()) {
            declaration_fault("There is a form of {}, which is no command or entity.", form.of);
            return;
        }
        const auto& known = is_of_command ? command->second.info.parameters : entity->second.fields;
        const auto known_field = [&](const std::string& name) {
            if (!has_field(known, name))
                declaration_fault("The form of {} shows the field {}, which is unknown.", form.of,
                                  name);
        };
        for (const FormSection& section : form.sections) {
            for (const auto& row : section.rows)
                for (const std::string& name : row) known_field(name);
            if (section.visible_if) known_field(section.visible_if->field);
        }
        if (!form.filled_by.empty()) reads("form of", form.of, form.filled_by);
    }

    // The command when it is one that reads.
    const CommandInfo* reads(std::string_view kind, std::string_view name,
                             const std::string& target) {
        const auto query = registry_.commands().find(target);
        if (query != registry_.commands().end() && query->second.info.effect == Effect::reads)
            return &query->second.info;
        declaration_fault("The {} {} shows {}, which is no reading command.", kind, name, target);
        return nullptr;
    }

    void steps(const StepView& view) {
        titled("step list", view.name, view.title);
        if (const CommandInfo* query = reads("step list", view.name, view.query)) {
            const FieldInfo* rows = field(query->answer, "rows");
            for (const char* each : {"code", "check", "passed", "stops", "findings"})
                if (rows == nullptr || !has_field(rows->lines, each))
                    declaration_fault("The step list {} needs the column {}, which {} does not "
                                      "answer.",
                                      view.name, each, view.query);
            for (const std::string& each : view.filters)
                if (!has_field(query->parameters, each))
                    declaration_fault("The step list {} filters by {}, which {} does not take.",
                                      view.name, each, view.query);
        }
        for (const Step& each : view.steps) {
            titled("step of", view.name, each.title);
            opens("step list", view.name, each.command);
        }
        for (const auto& each : view.mends) opens("step list", view.name, each.second);
    }

    void place(const PlaceView& view) {
        const CommandInfo* query = reads("place", view.name, view.query);
        if (query == nullptr) return;
        std::vector<std::string> named{view.book, view.name, view.month};
        named.insert(named.end(), view.status.begin(), view.status.end());
        for (const std::string& each : named)
            if (!has_field(query->answer, each))
                declaration_fault("The place tells {}, which {} does not answer.", each,
                                  view.query);
        if (!view.opens.empty()) opens("place", view.query, view.opens);
    }

    void list(const ListView& list) {
        titled("list", list.name, list.title);
        const auto query = registry_.commands().find(list.query);
        if (query == registry_.commands().end() || query->second.info.effect != Effect::reads) {
            declaration_fault("The list {} shows {}, which is no reading command.", list.name,
                              list.query);
            return;
        }
        const CommandInfo& info = query->second.info;
        const FieldInfo* rows = field(info.answer, "rows");
        if (rows == nullptr) {
            declaration_fault("The list {} shows {}, which answers no rows.", list.name,
                              list.query);
            return;
        }
        for (const std::string& each : list.columns)
            if (!has_field(rows->lines, each))
                declaration_fault("The list {} shows the column {}, which {} does not answer.",
                                  list.name, each, list.query);
        if (!list.key.empty() && !has_field(rows->lines, list.key))
            declaration_fault("The list {} has the key {}, which {} does not answer.", list.name,
                              list.key, list.query);
        for (const std::string& each : list.filters)
            if (!has_field(info.parameters, each))
                declaration_fault("The list {} filters by {}, which {} does not take.", list.name,
                                  each, list.query);
        for (const std::string& each : list.actions) runs("list", list.name, each);
        if (!list.opens.empty()) opens("list", list.name, list.opens);
        if (!list.empty_action.empty()) opens("list", list.name, list.empty_action);
    }

    void menu(const MenuEntry& entry) {
        opens("menu entry", entry.path, entry.opens);
        if (!entry.permission.empty()) permission("menu entry", entry.path, entry.permission);
    }

    void card(const DashboardCard& card) {
        titled("card of", card.query, card.title);
        const auto query = registry_.commands().find(card.query);
        if (query == registry_.commands().end() || query->second.info.effect != Effect::reads)
            declaration_fault("The card {} shows {}, which is no reading command.", card.title,
                              card.query);
        if (!card.opens.empty()) opens("card", card.title, card.opens);
    }

    void watch(const Watch& watch) {
        titled("watch", watch.name, watch.title);
        permission("watch", watch.name, watch.permission);
        if (!watch.rows) declaration_fault("The watch {} has no question.", watch.name);
        if (!watch.opens.empty()) opens("watch", watch.name, watch.opens);
        for (const std::string& each : watch.blocks) runs("watch", watch.name, each);
    }

    static const FieldInfo* field(const std::vector<FieldInfo>& all, std::string_view name) {
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const FieldInfo& each) { return each.name == name; });
        return found == all.end() ? nullptr : &*found;
    }
    static bool has_field(const std::vector<FieldInfo>& all, std::string_view name) {
        return field(all, name) != nullptr;
    }
    bool is_list(std::string_view name) const {
        return std::any_of(registry_.lists().begin(), registry_.lists().end(),
                           [&](const ListView& each) { return each.name == name; });
    }

    // What a module that is not installed would show is typed instead.
    bool is_known_reference(const std::string& name) const {
        if (name.empty() || registry_.entities().contains(name) || is_list(name)) return true;
        const std::string module = name.substr(0, name.find('.') + 1);
        const auto belongs = [&](const auto& each) { return each.first.starts_with(module); };
        return module != "zf." &&
               std::none_of(registry_.commands().begin(), registry_.commands().end(), belongs);
    }

    const Registry& registry_;
    std::vector<std::string> faults_;
    std::set<std::string_view> permissions_;  // views into the registry
    std::set<std::string_view> openable_;
};

}  // namespace

std::vector<std::string> Registry::faults() const {
    return Examiner{*this, declared_faults_}.examine();
}

}  // namespace zf

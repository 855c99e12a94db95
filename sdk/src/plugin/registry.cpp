#include "zhangfang/plugin/registry.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace zf {
namespace {

template <class... Parts>
std::string declaration_fault(fmt::format_string<Parts...> sentence, Parts&&... parts) {
    return fmt::format(sentence, std::forward<Parts>(parts)...);
}

template <class T>
std::string name_of_item(const T& item) {
    return item.name;
}
std::string name_of_item(const Setting& setting) {
    return setting.field.name;
}
std::string name_of_item(const BoundTable& bound) {
    return bound.table;
}
std::string name_of_item(const FormView& form) {
    return form.of;
}
std::string name_of_item(const MigrationSet& set) {
    return set.module;
}

template <class T>
void add_once(std::vector<T>& items, T item, std::string_view kind,
              std::vector<std::string>& faults) {
    const std::string name = name_of_item(item);
    const bool is_known = std::any_of(items.begin(), items.end(),
                                      [&](const T& each) { return name_of_item(each) == name; });
    if (is_known)
        faults.push_back(declaration_fault("The {} {} is declared twice.", kind, name));
    else
        items.push_back(std::move(item));
}

}  // namespace

// What a plugin declares begins with its short name, so that two plugins can never mean different
// things by one name.
void Registry::owned(std::string_view kind, std::string_view name, char separator) {
    if (short_name_.empty() || name.starts_with(short_name_ + separator)) return;
    declared_faults_.push_back(declaration_fault("The {} {} does not begin with “{}{}”.", kind,
                                                 name, short_name_, separator));
}

void Registry::add_command(CommandEntry entry) {
    const std::string name = entry.info.name;
    owned("command", name);
    if (!commands_.emplace(name, std::move(entry)).second)
        declared_faults_.push_back(declaration_fault("The command {} is declared twice.", name));
}

void Registry::add_report(ReportEntry entry) {
    const ReportInfo& info = entry.info;
    add_command({.info = {.name = info.name,
                          .title = info.title,
                          .help = info.help,
                          .permission = info.permission,
                          .effect = Effect::delivers,
                          .parameters = info.parameters},
                 .place_of = entry.place_of});
    reports_.emplace(info.name, std::move(entry));
}

void Registry::add_entity(EntityInfo entity) {
    const std::string name = entity.name;
    owned("entity", name);
    owned("table", entity.table, '_');
    if (!entities_.emplace(name, std::move(entity)).second)
        declared_faults_.push_back(declaration_fault("The entity {} is declared twice.", name));
}

void Registry::add(Permission permission) {
    owned("permission", permission.name);
    add_once(permissions_, std::move(permission), "permission", declared_faults_);
}
void Registry::add(RolePreset preset) {
    add_once(presets_, std::move(preset), "preset", declared_faults_);
}
void Registry::add(Conflict conflict) {
    conflicts_.push_back(std::move(conflict));
}
void Registry::add(FormView form) {
    add_once(forms_, std::move(form), "form of", declared_faults_);
}
void Registry::add(ListView list) {
    owned("list", list.name);
    add_once(lists_, std::move(list), "list", declared_faults_);
}
void Registry::add(ScreenInfo screen) {
    owned("screen", screen.name);
    add_once(screens_, std::move(screen), "screen", declared_faults_);
}
void Registry::add(StepView steps) {
    owned("step list", steps.name);
    add_once(steps_, std::move(steps), "step list", declared_faults_);
}
void Registry::add(PlaceView place) {
    places_.push_back(std::move(place));
}
void Registry::add(MenuEntry entry) {
    menu_.push_back(std::move(entry));
}
void Registry::add(DashboardCard card) {
    cards_.push_back(std::move(card));
}
void Registry::add(HelpPage page) {
    owned("help page", page.name);
    add_once(help_, std::move(page), "help page", declared_faults_);
}
void Registry::add(Setting setting) {
    owned("setting", setting.field.name);
    add_once(settings_, std::move(setting), "setting", declared_faults_);
}
void Registry::add(Sample sample) {
    add_once(samples_, std::move(sample), "sample", declared_faults_);
}
void Registry::add(Watch watch) {
    owned("watch", watch.name);
    add_once(watches_, std::move(watch), "watch", declared_faults_);
}
void Registry::add(BookKind kind) {
    if (kinds_.find(kind.name) != nullptr)
        declared_faults_.push_back(
            declaration_fault("The book kind {} is declared twice.", kind.name));
    else
        kinds_.add(std::move(kind));
}
void Registry::add(BoundTable table) {
    owned("table", table.table, '_');
    add_once(bound_tables_, std::move(table), "bound table", declared_faults_);
}
void Registry::add_migrations(MigrationSet set) {
    add_once(migrations_, std::move(set), "migrations of", declared_faults_);
}

const Permission* Registry::permission(std::string_view name) const {
    const auto found = std::find_if(permissions_.begin(), permissions_.end(),
                                    [&](const Permission& each) { return each.name == name; });
    return found == permissions_.end() ? nullptr : &*found;
}

void Registry::merge(Registry other) {
    const std::string its_name = std::exchange(short_name_, "");
    const auto take = [this](auto& items) {
        for (auto& each : items) add(std::move(each));
    };
    for (auto& each : other.commands_) add_command(std::move(each.second));
    for (auto& each : other.reports_) reports_.insert(std::move(each));
    for (auto& each : other.entities_) add_entity(std::move(each.second));
    take(other.permissions_);
    take(other.presets_);
    take(other.conflicts_);
    take(other.forms_);
    take(other.lists_);
    take(other.screens_);
    take(other.steps_);
    take(other.places_);
    take(other.menu_);
    take(other.cards_);
    take(other.help_);
    take(other.settings_);
    take(other.samples_);
    take(other.watches_);
    take(other.bound_tables_);
    for (const auto& each : other.kinds_.all()) add(each.second);
    for (MigrationSet& each : other.migrations_) add_migrations(std::move(each));
    declared_faults_.insert(declared_faults_.end(), other.declared_faults_.begin(),
                            other.declared_faults_.end());
    short_name_ = its_name;
}

}  // namespace zf

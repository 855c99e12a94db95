#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "zhangfang/command/dispatcher.h"
#include "zhangfang/ledger/book_kind.h"
#include "zhangfang/model/entity.h"
#include "zhangfang/report/report.h"
#include "zhangfang/store/migration.h"
#include "zhangfang/view/view.h"

namespace zf {

struct Permission {
    std::string name;                // "bk.review"
    std::string title;               // "Review vouchers"
    std::string description;         // what it opens, in plain words
    bool is_per_book = false;        // granted at a place
    bool granted_by_holder = false;  // only a holder grants it, once somebody holds it (review)
};

// A named set of permissions that the operator screen offers: 主管, 司务长.
struct RolePreset {
    std::string name;
    std::string title;
    std::vector<std::string> permissions;
    std::string book_kind;  // offered for this kind; "" for all
};

// Rows that the trail binds by their content hash: `verify` computes the hashes again and walks the
// trail back.
struct BoundTable {
    std::string table;
    using Visit = std::function<void(std::int64_t key, const std::string& hash,
                                     const std::string& state)>;
    std::function<void(Reader, const Visit&)> rows;  // every row, in key order; hash in hex
};

// Two permissions that one operator should not hold in one place.
struct Conflict {
    std::string first, second;
    std::string why;
    std::vector<std::string> only_kinds;  // empty: everywhere
    bool refuses = true;                  // false: a warning
};

struct HelpPage {
    std::string name;  // "bk.voucher_entry"
    std::string title;
    std::string file;  // below the module's help folder
};

// A setting with its scope: this computer, this workspace or this operator.
enum class SettingScope { computer, workspace, operator_ };
struct Setting {
    FieldInfo field;
    SettingScope scope = SettingScope::operator_;
};

// Makes a sample or teaching workspace through ordinary commands.
struct Sample {
    std::string name;  // "canteen"
    std::string title;
    std::string folder;  // below the module's data folder: the CSV files
};

// Everything that modules declare. Filled by the sdk itself (describe_system) and by each plugin's
// describe(); a plugin whose declarations contradict is refused as a whole.
class ZF_EXPORT Registry {
public:
    // The sdk's own registry, or that of one plugin, whose names all begin with its short name.
    Registry() = default;
    explicit Registry(std::string short_name) : short_name_{std::move(short_name)} {}

    template <class Request>
    void add(const Command<Request>& command) {
        add_command(entry_of(command));
    }
    template <class Request>
    void add(const ExternalCommand<Request>& command) {
        add_command(entry_of(command));
    }
    template <class Request>
    void add(const Query<Request>& query) {
        add_command(entry_of(query));
    }
    template <class Q>
    void add(const TableReport<Q>& report) {
        add_report(entry_of(report));
    }
    template <class Q>
    void add(const FormReport<Q>& report) {
        add_report(entry_of(report));
    }
    template <class T>
    void add(const Entity<T>& entity) {
        add_entity(entity.info());
    }

    void add_command(CommandEntry entry);
    void add_report(ReportEntry entry);  // also enters a command of effect `delivers` under the
                                         // report's name
    void add_entity(EntityInfo entity);
    void add(Permission permission);
    void add(RolePreset preset);
    void add(Conflict conflict);
    void add(FormView form);
    void add(ListView list);
    void add(ScreenInfo screen);
    void add(StepView steps);
    void add(PlaceView place);
    void add(MenuEntry entry);
    void add(DashboardCard card);
    void add(HelpPage page);
    void add(Setting setting);
    void add(Sample sample);
    void add(Watch watch);
    void add(BookKind kind);
    void add(BoundTable table);
    void add_migrations(MigrationSet set);

    const CommandTable& commands() const { return commands_; }
    const std::map<std::string, ReportEntry>& reports() const { return reports_; }
    const std::map<std::string, EntityInfo>& entities() const { return entities_; }
    const std::vector<Permission>& permissions() const { return permissions_; }
    const std::vector<RolePreset>& presets() const { return presets_; }
    const std::vector<Conflict>& conflicts() const { return conflicts_; }
    const std::vector<FormView>& forms() const { return forms_; }
    const std::vector<ListView>& lists() const { return lists_; }
    const std::vector<ScreenInfo>& screens() const { return screens_; }
    const std::vector<StepView>& step_views() const { return steps_; }
    const std::vector<PlaceView>& places() const { return places_; }
    const std::vector<MenuEntry>& menu() const { return menu_; }
    const std::vector<DashboardCard>& cards() const { return cards_; }
    const std::vector<HelpPage>& help_pages() const { return help_; }
    const std::vector<Setting>& settings() const { return settings_; }
    const std::vector<Sample>& samples() const { return samples_; }
    const std::vector<Watch>& watches() const { return watches_; }
    const std::vector<BoundTable>& bound_tables() const { return bound_tables_; }
    const BookKinds& book_kinds() const { return kinds_; }
    const Permission* permission(std::string_view name) const;
    const std::vector<MigrationSet>& migrations() const { return migrations_; }

    // Everything that contradicts: unknown field in a view, command named by a menu that does not
    // exist, permission that nobody declared, foreign prefix. English sentences for the author;
    // empty when sound.
    std::vector<std::string> faults() const;

    // Takes over what another registry holds; used after a plugin's declarations were found sound.
    void merge(Registry other);

private:
    void owned(std::string_view kind, std::string_view name, char separator = '.');

    CommandTable commands_;
    std::map<std::string, ReportEntry> reports_;
    std::map<std::string, EntityInfo> entities_;
    std::vector<Permission> permissions_;
    std::vector<RolePreset> presets_;
    std::vector<Conflict> conflicts_;
    std::vector<FormView> forms_;
    std::vector<ListView> lists_;
    std::vector<ScreenInfo> screens_;
    std::vector<StepView> steps_;
    std::vector<PlaceView> places_;
    std::vector<MenuEntry> menu_;
    std::vector<DashboardCard> cards_;
    std::vector<HelpPage> help_;
    std::vector<Setting> settings_;
    std::vector<Sample> samples_;
    std::vector<Watch> watches_;
    std::vector<BoundTable> bound_tables_;
    std::string short_name_;
    std::vector<std::string> declared_faults_;  // found while adding: doubles, foreign prefixes
    BookKinds kinds_;
    std::vector<MigrationSet> migrations_;
};

}  // namespace zf

#include "zhangfang/system/system.h"

#include "system/parts.h"

namespace zf {

void describe_system(Registry& registry) {
    registry.add(
        Permission{.name = "zf.operators",
                   .title = "Manage operators",
                   .description = "Add operators, give and take rights, reset passwords, unlock."});
    registry.add(Permission{
        .name = "zf.books", .title = "Manage books", .description = "Create and archive books."});
    registry.add(Permission{.name = "zf.backup",
                            .title = "Back up",
                            .description = "Make, verify and list backups, run the drill."});
    registry.add(Permission{.name = "zf.trail",
                            .title = "Read the audit trail",
                            .description = "Read, export and verify the trail."});
    system::describe_operators(registry);
    system::describe_grants(registry);
    system::describe_sessions(registry);
    system::describe_trail(registry);
    system::describe_verification(registry);
    system::describe_backups(registry);
}

}  // namespace zf

#include "host/restoring.h"

#include <system_error>

#include "zhangfang/command/store_problem.h"

namespace zf::host {

Result<BackupInfo> restore(const Modules& modules, const std::string& file,
                           const std::string& passphrase, const std::string& address,
                           const BackupProgress& progress) {
    try {
        return restore_backup(file, passphrase, address, modules.migrations(), progress);
    } catch (const StoreError& error) {
        return problem_of(error, address);
    } catch (const std::system_error& error) {
        return Problem{.code = "backup.not_restored",
                       .text = {"{0} cannot be written ({1}). Nothing was restored; the backup is "
                                "untouched. Make room or choose "
                                "another place.",
                                {address, error.code().message()}}};
    }
}

}  // namespace zf::host

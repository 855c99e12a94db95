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
        return Problem{
            .code = "backup.not_restored",
            .text = {"The backup cannot be restored into {0} ({1}). Nothing was kept; the "
                     "backup is untouched. Make room there and in the folder for temporary files, "
                     "or choose another place.",
                     {address, error.code().message()}}};
    }
}

}  // namespace zf::host

#include "faults/failing_disk.h"

#include <cerrno>

#include <sqlite3.h>

namespace zf::test::failing_disk {
namespace {

struct State {
    int asked = 0;
    int fails_at = 0;  // 0: never
    Fault fault = Fault::full;
    int last_error = 0;
};
State state;
sqlite3_vfs* real_disk = nullptr;

// One more request: does it fail?
bool fails() {
    ++state.asked;
    if (state.fails_at == 0) return false;
    const bool is_hit = state.fault == Fault::full ? state.asked >= state.fails_at
                                                   : state.asked == state.fails_at;
    if (is_hit) state.last_error = state.fault == Fault::full ? ENOSPC : EIO;
    return is_hit;
}

// SQLite lays our struct and that of the real file one behind the other.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* real_of(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->real;
}
const sqlite3_io_methods& of(sqlite3_file* file) {
    return *real_of(file)->pMethods;
}

int close(sqlite3_file* file) {
    return of(file).xClose(real_of(file));
}
int read(sqlite3_file* file, void* to, int count, sqlite3_int64 at) {
    return of(file).xRead(real_of(file), to, count, at);
}
int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 at) {
    // A full disk is a full disk to SQLite's own writer too; a faulty one leaves half a write.
    if (fails()) {
        if (state.fault == Fault::full) return SQLITE_FULL;
        of(file).xWrite(real_of(file), from, count / 2, at);
        return SQLITE_IOERR_WRITE;
    }
    return of(file).xWrite(real_of(file), from, count, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return of(file).xTruncate(real_of(file), size);
}
int sync(sqlite3_file* file, int flags) {
    return fails() ? SQLITE_IOERR_FSYNC : of(file).xSync(real_of(file), flags);
}
int size(sqlite3_file* file, sqlite3_int64* answer) {
    return of(file).xFileSize(real_of(file), answer);
}
int lock(sqlite3_file* file, int kind) {
    return of(file).xLock(real_of(file), kind);
}
int unlock(sqlite3_file* file, int kind) {
    return of(file).xUnlock(real_of(file), kind);
}
int is_reserved(sqlite3_file* file, int* answer) {
    return of(file).xCheckReservedLock(real_of(file), answer);
}
int control(sqlite3_file* file, int what, void* argument) {
    if (what == SQLITE_FCNTL_LAST_ERRNO && state.last_error != 0) {
        *static_cast<int*>(argument) = state.last_error;
        return SQLITE_OK;
    }
    return of(file).xFileControl(real_of(file), what, argument);
}
int sector_size(sqlite3_file* file) {
    return of(file).xSectorSize(real_of(file));
}
int characteristics(sqlite3_file* file) {
    return of(file).xDeviceCharacteristics(real_of(file));
}
int map_shared(sqlite3_file* file, int region, int size_of_region, int extends,
               void volatile** answer) {
    if (extends != 0 && fails()) return SQLITE_IOERR_SHMSIZE;
    return of(file).xShmMap(real_of(file), region, size_of_region, extends, answer);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return of(file).xShmLock(real_of(file), offset, count, flags);
}
void barrier(sqlite3_file* file) {
    of(file).xShmBarrier(real_of(file));
}
int unmap_shared(sqlite3_file* file, int removes) {
    return of(file).xShmUnmap(real_of(file), removes);
}
int fetch(sqlite3_file* file, sqlite3_int64 at, int count, void** answer) {
    return of(file).xFetch(real_of(file), at, count, answer);
}
int unfetch(sqlite3_file* file, sqlite3_int64 at, void* page) {
    return of(file).xUnfetch(real_of(file), at, page);
}

constexpr sqlite3_io_methods methods{3,
                                     close,
                                     read,
                                     write,
                                     truncate,
                                     sync,
                                     size,
                                     lock,
                                     unlock,
                                     is_reserved,
                                     control,
                                     sector_size,
                                     characteristics,
                                     map_shared,
                                     lock_shared,
                                     barrier,
                                     unmap_shared,
                                     fetch,
                                     unfetch};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* answer) {
    auto* const ours = reinterpret_cast<File*>(file);
    ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
    const int result = real_disk->xOpen(real_disk, name, ours->real, flags, answer);
    ours->base.pMethods = ours->real->pMethods == nullptr ? nullptr : &methods;
    return result;
}

int last_error(sqlite3_vfs*, int count, char* text) {
    return state.last_error != 0 ? state.last_error
                                 : real_disk->xGetLastError(real_disk, count, text);
}

}  // namespace

void install() {
    if (real_disk != nullptr) return;
    real_disk = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs disk = *real_disk;
    disk.pNext = nullptr;
    disk.zName = "failing disk";
    disk.szOsFile = static_cast<int>(sizeof(File)) + real_disk->szOsFile;
    disk.xOpen = open;
    disk.xGetLastError = last_error;
    sqlite3_vfs_register(&disk, 1);
}

void fail_at(int n, Fault fault) {
    state = {.fails_at = n, .fault = fault};
}

void heal() {
    state = {};
}

int asked() {
    return state.asked;
}

}  // namespace zf::test::failing_disk

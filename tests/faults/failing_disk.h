#pragma once

namespace zf::test {

/// Stands between SQLite and the system's files for the whole run of the tests. It counts what
/// SQLite asks of the disk, and from a given point on refuses it.
namespace failing_disk {

enum class Fault {
    full,   // from then on there is no room
    faulty  // that one write or sync fails
};

/// Every database that is opened from now on lies on this disk.
void install();
/// The n-th write, sync or growth from now on, counted from 1, fails so.
void fail_at(int n, Fault fault);
/// The disk is sound again; the count starts anew.
void heal();
/// Writes, syncs and growths since the last of these calls.
int asked();

}  // namespace failing_disk

}  // namespace zf::test

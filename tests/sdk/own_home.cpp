// The tests of the programs have a home of their own from before the first one to the end.
#include "support/own_home.h"

namespace zf::test {
namespace {

const OwnHome own_home;

}  // namespace
}  // namespace zf::test

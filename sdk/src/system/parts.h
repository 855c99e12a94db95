#pragma once

#include <string>

#include "zhangfang/plugin/registry.h"
#include "zhangfang/store/transaction.h"

// What describe_system() is put together from; each stands in the file of its name. Handlers that
// must know all declarations (which permissions there are, which conflict) look them up in the
// registry they were declared in.
namespace zf::system {

void describe_operators(Registry& registry);
void describe_grants(Registry& registry);
void describe_sessions(Registry& registry);
void describe_trail(Registry& registry);
void describe_verification(Registry& registry);
void describe_backups(Registry& registry);

// The code of the book that a grant holds in; "" for the whole workspace.
std::string book_at(const std::string& place, Reader reader);

}  // namespace zf::system

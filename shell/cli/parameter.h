#pragma once

#include "zhangfang/model/answer.h"

// How the program's own verbs declare what they take: the same declarations that commands have.
namespace zf::cli {

inline FieldInfo parameter(std::string name, std::string label) {
    return column(std::move(name), std::move(label));
}
inline FieldInfo required(FieldInfo field) {
    field.is_required = true;
    return field;
}
inline FieldInfo secret(FieldInfo field) {
    field.is_secret = true;
    return field;
}
inline FieldInfo file(FieldInfo field) {
    field.is_file = true;
    return field;
}

}  // namespace zf::cli

#pragma once

#include <string_view>

namespace zf {

/// One SQL file of a plugin, put into its library at build time.
struct EmbeddedMigration {
    std::string_view name;  ///< The file's name, such as "0001_books.sql".
    std::string_view text;  ///< The file as written; its checksum is taken over this.
};

}  // namespace zf

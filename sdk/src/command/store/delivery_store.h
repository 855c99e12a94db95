#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/store/transaction.h"

namespace zf {

struct DeliveryRow {
    std::int64_t id = 0;
    std::int64_t process = 0;
    std::string part_path;
    std::string final_path;
    bool may_replace = false;
    std::string sha256;  // "" while it is being written
};

struct PrintRow {
    std::string_view what;
    std::int64_t document = 0;
    std::string_view report;
    std::string_view sha256;
    std::string_view printed_at;
    std::int64_t operator_id = 0;
    std::int64_t sequence = 0;
};

// Files on their way out, and what was printed (tables zf_delivery, zf_print).
class DeliveryStore {
public:
    explicit DeliveryStore(Reader reader) : connection_{reader.connection()} {}

    std::vector<DeliveryRow> of_host(std::string_view host) const;

    std::int64_t begin(const Transaction& transaction, std::string_view host,
                       const DeliveryRow& row, std::string_view now) const;
    void made(const Transaction& transaction, std::int64_t id, std::string_view sha256) const;
    void remove(const Transaction& transaction, std::int64_t id) const;
    void add_print(const Transaction& transaction, const PrintRow& row) const;

private:
    Connection& connection_;
};

}  // namespace zf

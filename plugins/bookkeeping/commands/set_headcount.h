#pragma once

#include "commands/fields.h"
#include "domain/canteen_cost.h"

namespace zf::bookkeeping {

// A month from January to December: the canteen counts no persons at the year end.
template <class T>
Field<T> canteen_month_field(std::string T::*member) {
    return field("month", member, "Month")
        .pattern("[0-9]{4}[-/](0?[1-9]|1[0-2])")
        .help("Such as 2008-01; left out, the first open month.");
}

// Who ate in a month, and what a person-day may cost; what was there before is replaced.
struct SetHeadcount {
    static constexpr const char* command = "bk.headcount.set";
    std::string book;
    std::string month;
    std::optional<Money> standard;
    std::vector<Headcount> rows;
    std::int64_t version = 0;
};

inline std::vector<Field<Headcount>> headcount_fields() {
    return {
        field("category", &Headcount::category, "Persons who ate").required().length(40),
        field("persons", &Headcount::persons, "Persons").required().range(0, 99'999),
        field("days", &Headcount::days, "Days").required().range(0, 31),
    };
}

inline std::vector<Field<SetHeadcount>> set_headcount_fields() {
    return {
        book_field(&SetHeadcount::book),
        canteen_month_field(&SetHeadcount::month),
        field("standard", &SetHeadcount::standard, "Standard of a person-day").range(0, 10'000'000),
        lines("rows", &SetHeadcount::rows, "Persons and days", headcount_fields())
            .required()
            .help("One line for each category of persons."),
        version_field(&SetHeadcount::version),
    };
}

}  // namespace zf::bookkeeping

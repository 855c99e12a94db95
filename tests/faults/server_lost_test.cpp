#include "faults/canteen.h"
#include "support/catch.h"

using namespace zf;
using test::Canteen;
using test::State;

namespace {

// From now on the server's process of whoever adds a row to this table dies, as with
// pg_terminate_backend in the midst of a command; deferred, it dies in the COMMIT.
void lay_trap(const Canteen& canteen, const std::string& table, bool in_commit) {
    const auto connection = open_postgresql(canteen.address(), {}, false);
    connection->script("CREATE OR REPLACE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql AS "
                       "'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); "
                       "PERFORM pg_sleep(1); RETURN NEW; END'");
    connection->script((in_commit ? "CREATE CONSTRAINT TRIGGER trap AFTER INSERT ON "
                                  : "CREATE TRIGGER trap AFTER INSERT ON ") +
                       table + (in_commit ? " DEFERRABLE INITIALLY DEFERRED" : "") +
                       " FOR EACH ROW EXECUTE FUNCTION trap()");
}

void take_trap_away(const Canteen& canteen, const std::string& table) {
    open_postgresql(canteen.address(), {}, false)->script("DROP TRIGGER trap ON " + table);
}

CommandRequest entering() {
    return {.command = "bk.voucher.enter",
            .parameters = test::vegetables(6),
            .request_id = "00112233445566778899aabbccddeeff"};
}

}  // namespace

TEST_CASE("a server that is lost in the midst of a command has stored nothing of it, and the same "
          "request is done once",
          "[faults][P12]") {
    if (test::stores_under_test().size() < 2) return;
    struct Moment {
        const char* table;
        bool in_commit;
    };
    const Moment moment = GENERATE(Moment{"zf_voucher", false}, Moment{"zf_entry", false},
                                   Moment{"zf_balance", false}, Moment{"zf_audit_entry", false},
                                   Moment{"zf_audit_entry", true});
    Canteen canteen{State::in_use, StoreKind::postgresql};
    INFO(moment.table << (moment.in_commit ? " in the COMMIT" : ""));
    const auto before = canteen.content();
    lay_trap(canteen, moment.table, moment.in_commit);

    const Outcome lost = canteen.run(entering());

    take_trap_away(canteen, moment.table);
    INFO(test::codes_of(lost));
    CHECK(lost.status == Status::environment);
    REQUIRE(lost.problems.size() == 1);
    CHECK(lost.problems.front().code == "store.lost_connection");
    CHECK(test::sentence_of(lost) == "The connection to the server was lost. The command was not "
                                     "saved; it can safely be repeated.");
    CHECK(canteen.content() == before);
    CHECK(canteen.done("bk.voucher.enter") == 0);
    CHECK(canteen.differences() == 0);
}

TEST_CASE("what a lost server did not store is stored once when it is asked for again",
          "[faults][P12]") {
    if (test::stores_under_test().size() < 2) return;
    Canteen canteen{State::in_use, StoreKind::postgresql};
    lay_trap(canteen, "zf_entry", false);
    REQUIRE_FALSE(canteen.run(entering()).is_done());
    take_trap_away(canteen, "zf_entry");

    const Outcome first = canteen.run(entering());
    const Outcome second = canteen.run(entering());

    CHECK(first.is_done());
    CHECK_FALSE(first.repeated);
    CHECK(second.is_done());
    CHECK(second.repeated);
    CHECK(canteen.done("bk.voucher.enter") == 1);
    CHECK(canteen.differences() == 0);
}

// What a careful C++ program gets from SQLite itself with the vouchers of books.py: the limit that
// the books are compared with.
//   load DB CSV       vouchers, lines clustered by voucher, an index by account, sums by account
//   and
//                     month, a unique number: one durable transaction
//   balance DB        the trial balance, read from the sums
//   page DB ACCOUNT   the first 50 lines of an account with their running balance
//   fsync FILE COUNT  appends of 4 KiB, each with fdatasync
//   copy CSV FOLDER   the same rows as text for PostgreSQL's COPY: voucher.tsv, entry.tsv
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// A file in memory, read once from its begin to its end.
class Mapped {
public:
    explicit Mapped(const std::string& path) {
        const int file = open(path.c_str(), O_RDONLY);
        struct stat about {};
        if (file < 0 || fstat(file, &about) != 0) throw std::runtime_error{"no file " + path};
        size_ = static_cast<std::size_t>(about.st_size);
        bytes_ = static_cast<const char*>(mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0));
        close(file);
    }
    ~Mapped() { munmap(const_cast<char*>(bytes_), size_); }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;

    std::string_view text() const { return {bytes_, size_}; }

private:
    const char* bytes_ = nullptr;
    std::size_t size_ = 0;
};

std::int64_t fen_in(std::string_view text) {
    std::int64_t value = 0;
    for (const char sign : text)
        if (sign >= '0' && sign <= '9') value = value * 10 + (sign - '0');
    return !text.empty() && text.front() == '-' ? -value : value;
}

int number_in(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// A row of vouchers.csv: date, word, number, attachments, summary, account, debit, credit, item.
struct Line {
    std::string_view cells[9];
    int day() const { return number_in(cells[0].substr(8, 2)); }
    std::string_view number() const { return cells[2]; }
};

template <class Work>
void for_each_line(std::string_view text, const Work& work) {
    text.remove_prefix(text.find('\n') + 1);
    Line line;
    while (!text.empty()) {
        for (std::size_t cell = 0; cell < 9; ++cell) {
            const std::size_t end = text.find(cell == 8 ? '\n' : ',');
            line.cells[cell] = text.substr(0, end);
            text.remove_prefix(end + 1);
        }
        work(line);
    }
}

class Database {
public:
    explicit Database(const std::string& path) {
        if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK) fail();
    }
    ~Database() { sqlite3_close(handle_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const char* sql) {
        if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr) != SQLITE_OK) fail();
        return statement;
    }

private:
    void fail() const { throw std::runtime_error{sqlite3_errmsg(handle_)}; }
    sqlite3* handle_ = nullptr;
};

void bind(sqlite3_stmt* statement, int place, std::string_view text) {
    sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void step(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error{"a row was not taken"};
    sqlite3_reset(statement);
}

struct Sums {
    std::int64_t debit = 0, credit = 0;
};

// Accounts get their numbers in the order in which they are met.
class Accounts {
public:
    int number(std::string_view code) {
        const auto [found, is_new] = numbers_.try_emplace(std::string{code},
                                                          static_cast<int>(sums_.size()));
        if (is_new) {
            codes_.push_back(found->first);
            sums_.emplace_back();
        }
        return found->second;
    }
    Sums& sums(int number) { return sums_[static_cast<std::size_t>(number)]; }
    const std::vector<std::string>& codes() const { return codes_; }

private:
    std::unordered_map<std::string, int> numbers_;
    std::vector<std::string> codes_;
    std::vector<Sums> sums_;
};

void load(const std::string& path, const std::string& csv) {
    const auto start = Clock::now();
    std::remove(path.c_str());
    Database database{path};
    database.run("PRAGMA page_size=8192; PRAGMA threads=2; PRAGMA journal_mode=WAL; "
                 "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA temp_store=FILE;"
                 "CREATE TABLE account(id INTEGER PRIMARY KEY, code TEXT);"
                 "CREATE TABLE voucher(id INTEGER PRIMARY KEY, day INT, word TEXT, number INT,"
                 " attachments INT, summary TEXT, item TEXT);"
                 "CREATE TABLE entry(voucher INT, line INT, account INT, day INT, debit INT,"
                 " credit INT, PRIMARY KEY(voucher, line)) WITHOUT ROWID;"
                 "CREATE TABLE balance(account INT PRIMARY KEY, debit INT, credit INT);"
                 "BEGIN");
    sqlite3_stmt* const voucher = database.prepare("INSERT INTO voucher VALUES(?,?,?,?,?,?,?)");
    sqlite3_stmt* const entry = database.prepare("INSERT INTO entry VALUES(?,?,?,?,?,?)");
    Accounts accounts;
    std::string_view last_number;
    std::int64_t id = 0, net = 0;
    int line_number = 0;
    const Mapped file{csv};
    for_each_line(file.text(), [&](const Line& line) {
        const int day = line.day();
        if (line.number() != last_number) {
            if (net != 0) throw std::runtime_error{"unbalanced"};
            last_number = line.number();
            line_number = 0;
            sqlite3_bind_int64(voucher, 1, ++id);
            sqlite3_bind_int(voucher, 2, day);
            bind(voucher, 3, line.cells[1]);
            sqlite3_bind_int(voucher, 4, number_in(line.number()));
            sqlite3_bind_int(voucher, 5, number_in(line.cells[3]));
            bind(voucher, 6, line.cells[4]);
            bind(voucher, 7, line.cells[8]);
            step(voucher);
        }
        const std::int64_t debit = fen_in(line.cells[6]), credit = fen_in(line.cells[7]);
        net += debit - credit;
        const int account = accounts.number(line.cells[5]);
        accounts.sums(account).debit += debit;
        accounts.sums(account).credit += credit;
        sqlite3_bind_int64(entry, 1, id);
        sqlite3_bind_int(entry, 2, ++line_number);
        sqlite3_bind_int(entry, 3, account);
        sqlite3_bind_int(entry, 4, day);
        sqlite3_bind_int64(entry, 5, debit);
        sqlite3_bind_int64(entry, 6, credit);
        step(entry);
    });
    database.run("CREATE INDEX entry_account ON entry(account, day, voucher, line, debit, credit);"
                 "CREATE UNIQUE INDEX voucher_number ON voucher(word, number);");
    sqlite3_stmt* const account = database.prepare("INSERT INTO account VALUES(?,?)");
    sqlite3_stmt* const balance = database.prepare("INSERT INTO balance VALUES(?,?,?)");
    for (int number = 0; number < static_cast<int>(accounts.codes().size()); ++number) {
        sqlite3_bind_int(account, 1, number);
        bind(account, 2, accounts.codes()[static_cast<std::size_t>(number)]);
        step(account);
        sqlite3_bind_int(balance, 1, number);
        sqlite3_bind_int64(balance, 2, accounts.sums(number).debit);
        sqlite3_bind_int64(balance, 3, accounts.sums(number).credit);
        step(balance);
    }
    for (sqlite3_stmt* each : {voucher, entry, account, balance}) sqlite3_finalize(each);
    database.run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE);");
    std::printf("{\"vouchers\":%lld,\"ms\":%.0f}\n", static_cast<long long>(id),
                milliseconds_since(start));
}

void show_balance(const std::string& path) {
    const auto start = Clock::now();
    Database database{path};
    sqlite3_stmt* const rows = database.prepare(
        "SELECT a.code, b.debit, b.credit FROM balance b JOIN account a ON a.id = b.account "
        "ORDER BY a.code");
    std::int64_t net = 0;
    int count = 0;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        net += sqlite3_column_int64(rows, 1) - sqlite3_column_int64(rows, 2);
        ++count;
    }
    sqlite3_finalize(rows);
    if (net != 0) throw std::runtime_error{"unbalanced"};
    std::printf("{\"accounts\":%d,\"ms\":%.3f}\n", count, milliseconds_since(start));
}

void show_page(const std::string& path, const std::string& code) {
    Database database{path};
    std::vector<double> times;
    for (int run = 0; run < 51; ++run) {
        const auto start = Clock::now();
        sqlite3_stmt* const rows = database.prepare(
            "SELECT e.day, v.word, v.number, v.summary, e.debit, e.credit FROM entry e JOIN "
            "voucher "
            "v ON v.id = e.voucher WHERE e.account = (SELECT id FROM account WHERE code = ?) ORDER "
            "BY e.account, e.day, e.voucher, e.line LIMIT 50");
        bind(rows, 1, code);
        std::int64_t balance = 0;
        while (sqlite3_step(rows) == SQLITE_ROW)
            balance += sqlite3_column_int64(rows, 4) - sqlite3_column_int64(rows, 5);
        sqlite3_finalize(rows);
        times.push_back(milliseconds_since(start));
    }
    std::sort(times.begin(), times.end());
    std::printf("{\"p50_ms\":%.3f}\n", times[times.size() / 2]);
}

void sync(const std::string& path, int count) {
    const int file = open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    const std::string block(4096, 'x');
    std::vector<double> times;
    for (int run = 0; run < count; ++run) {
        const auto start = Clock::now();
        if (write(file, block.data(), block.size()) != 4096 || fdatasync(file) != 0)
            throw std::runtime_error{"not written"};
        times.push_back(milliseconds_since(start));
    }
    close(file);
    std::sort(times.begin(), times.end());
    std::printf("{\"p50_ms\":%.3f}\n", times[times.size() / 2]);
}

void copy(const std::string& csv, const std::string& folder) {
    std::ofstream vouchers{folder + "/voucher.tsv"}, entries{folder + "/entry.tsv"};
    Accounts accounts;
    std::string_view last_number;
    std::int64_t id = 0;
    int line_number = 0;
    const Mapped file{csv};
    for_each_line(file.text(), [&](const Line& line) {
        if (line.number() != last_number) {
            last_number = line.number();
            line_number = 0;
            vouchers << ++id << '\t' << line.day() << '\t' << line.cells[1] << '\t' << last_number
                     << '\t' << line.cells[3] << '\t' << line.cells[4] << '\t' << line.cells[8]
                     << '\n';
        }
        entries << id << '\t' << ++line_number << '\t' << accounts.number(line.cells[5]) << '\t'
                << line.day() << '\t' << fen_in(line.cells[6]) << '\t' << fen_in(line.cells[7])
                << '\n';
    });
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> given(words + 1, words + count);
    const std::string what = given.empty() ? "" : given[0];
    try {
        if (what == "load" && given.size() == 3)
            load(given[1], given[2]);
        else if (what == "balance" && given.size() == 2)
            show_balance(given[1]);
        else if (what == "page" && given.size() == 3)
            show_page(given[1], given[2]);
        else if (what == "fsync" && given.size() == 3)
            sync(given[1], number_in(given[2]));
        else if (what == "copy" && given.size() == 3)
            copy(given[1], given[2]);
        else
            return 2;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return 0;
}

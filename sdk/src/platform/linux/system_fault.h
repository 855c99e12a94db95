#pragma once

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace zf::platform {

[[noreturn]] inline void throw_system_fault(const std::filesystem::path& path) {
    throw std::system_error{errno, std::generic_category(), path.string()};
}

// A file descriptor that closes itself.
class Handle {
public:
    explicit Handle(int number) : number_{number} {}
    ~Handle();
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    int get() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }
    int release() {
        const int number = number_;
        number_ = -1;
        return number;
    }

private:
    int number_;
};

}  // namespace zf::platform

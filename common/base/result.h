#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace twinhelm
{

/// What went wrong, in the words a person on call needs.
/// `code` is stable (A0456); `what` names the thing and the place; `mend` says what to do about it.
struct Error {
    std::string code;
    std::string what;
    std::string mend;

    friend bool operator==(const Error &, const Error &) = default;
};

/// The return type of everything that can fail for a reason outside the program.
/// Exceptions are kept for programming errors and for the edges of Asio and Qt.
template<typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string code, std::string what, std::string mend = {})
{
    return tl::unexpected<Error>(Error{std::move(code), std::move(what), std::move(mend)});
}

} // namespace twinhelm

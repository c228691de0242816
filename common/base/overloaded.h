#pragma once

namespace twinhelm
{

/// One visitor for std::visit, made of a lambda for each alternative.
template<typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template<typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace twinhelm

#pragma once

#include <memory>

namespace twinhelm::config::model
{

/// Settings that few objects have: one pointer while none is given, so that 100,000 real servers stay small.
/// Reading works always and shows the defaults when nothing is given. Copies are deep.
template<typename T>
class Rare
{
public:
    Rare() = default;
    Rare(const Rare &other) : held_(other.held_ ? std::make_unique<T>(*other.held_) : nullptr) {}
    Rare(Rare &&) noexcept = default;
    Rare &operator=(const Rare &other)
    {
        held_ = other.held_ ? std::make_unique<T>(*other.held_) : nullptr;
        return *this;
    }
    Rare &operator=(Rare &&) noexcept = default;
    ~Rare() = default;

    /// Whether any of them is given.
    [[nodiscard]] bool given() const { return held_ != nullptr; }
    [[nodiscard]] const T &operator*() const { return held_ ? *held_ : defaults(); }
    [[nodiscard]] const T *operator->() const { return &**this; }
    [[nodiscard]] T &edit()
    {
        if (!held_)
            held_ = std::make_unique<T>();
        return *held_;
    }

private:
    static const T &defaults()
    {
        static const T none;
        return none;
    }

    std::unique_ptr<T> held_;
};

} // namespace twinhelm::config::model

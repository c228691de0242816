#include "gui/core/ssh/questions.h"

#include <chrono>
#include <memory>

#include "gui/core/ssh/interrupt.h"

namespace twinhelm::desk
{
namespace
{

template<typename T>
struct Slot {
    std::mutex mutex;
    bool answered = false;
    T value{};

    void put(T given)
    {
        const std::lock_guard lock(mutex);
        if (!answered)
            value = std::move(given);
        answered = true;
    }
    std::optional<T> taken()
    {
        const std::lock_guard lock(mutex);
        return answered ? std::optional<T>(value) : std::nullopt;
    }
};

/// Answers with T{} ("no") when the last copy of the answer function goes away unused.
template<typename T>
std::function<void(T)> answerInto(const std::shared_ptr<Slot<T>> &slot)
{
    struct Guard {
        std::shared_ptr<Slot<T>> slot;
        explicit Guard(std::shared_ptr<Slot<T>> s) : slot(std::move(s)) {}
        Guard(const Guard &) = delete;
        Guard &operator=(const Guard &) = delete;
        ~Guard() { slot->put({}); }
    };
    return [guard = std::make_shared<Guard>(slot)](T value) { guard->slot->put(std::move(value)); };
}

template<typename T>
T await(Slot<T> &slot, Interrupt &interrupt)
{
    const Interrupt::Pause pause(interrupt);
    for (;;) {
        if (auto answer = slot.taken())
            return std::move(*answer);
        if (interrupt.reason() != Interrupt::Reason::None)
            return {};
        interrupt.waitFor(std::chrono::milliseconds(10));
    }
}

} // namespace

Questions::Questions(Prompter *prompter, QObject *context, Interrupt &interrupt)
    : prompter_(prompter), context_(context), interrupt_(interrupt)
{
}

bool Questions::post(std::function<void(Prompter &)> ask)
{
    const std::lock_guard lock(mutex_);
    if (!prompter_)
        return false;
    return QMetaObject::invokeMethod(
        context_, [ask = std::move(ask), prompter = prompter_] { ask(*prompter); }, Qt::QueuedConnection);
}

std::optional<Secret> Questions::password(const PasswordQuestion &question)
{
    const auto slot = std::make_shared<Slot<std::optional<Secret>>>();
    post([question, answer = answerInto(slot)](Prompter &prompter) { prompter.askPassword(question, answer); });
    return await(*slot, interrupt_);
}

std::optional<Secret> Questions::passphrase(const PassphraseQuestion &question)
{
    const auto slot = std::make_shared<Slot<std::optional<Secret>>>();
    post([question, answer = answerInto(slot)](Prompter &prompter) { prompter.askPassphrase(question, answer); });
    return await(*slot, interrupt_);
}

bool Questions::acceptUnknownHost(const UnknownHostKey &key)
{
    const auto slot = std::make_shared<Slot<bool>>();
    post([key, answer = answerInto(slot)](Prompter &prompter) { prompter.confirmUnknownHost(key, answer); });
    return await(*slot, interrupt_);
}

void Questions::tellHostKeyChanged(const ChangedHostKey &key)
{
    post([key](Prompter &prompter) { prompter.hostKeyChanged(key); });
}

void Questions::detach()
{
    const std::lock_guard lock(mutex_);
    prompter_ = nullptr;
    context_ = nullptr;
}

} // namespace twinhelm::desk

#pragma once

#include <functional>

#include <QDir>
#include <QString>
#include <QWidget>

namespace twinhelm::demo
{

/// A person in front of the window, as a program: finds widgets by name, clicks, types, waits for what it sees, and
/// takes pictures. Everything goes through real events.
/// Threading: lives on a thread of its own, as a person does, since dialogs run event loops of their own in the
/// window's thread; every look and every event is handed over to that thread.
/// Errors: std::runtime_error that names the widget or the wait, after saving a picture of the window as it was.
class DeskDriver
{
public:
    DeskDriver(QWidget *window, QDir pictures);

    /// Runs `look` in the window's thread and waits for its answer.
    template<typename Answer>
    Answer see(const std::function<Answer()> &look) const
    {
        Answer answer{};
        QMetaObject::invokeMethod(
            window_, [&] { answer = look(); }, Qt::BlockingQueuedConnection);
        return answer;
    }
    /// Runs `act` in the window's thread without waiting: it may open a dialog and stay in there.
    void start(std::function<void()> act) const;

    void click(const QString &name);
    /// Replaces the content of a line edit, spin box or combo box by typing, and leaves the field.
    void type(const QString &name, const QString &text);
    /// Chooses an action of the menus, as its shortcut would.
    void trigger(const QString &actionName);
    /// `what` completes the sentence "waited 10 s for ...". Looked at in the window's thread, every 10 ms.
    void waitFor(const QString &what, const std::function<bool()> &isTrue, int timeoutMs = 10000);
    /// Brings the tab to the front on which a widget stands.
    void showTabOf(const QString &name) const;
    void waitForWidget(const QString &name, int timeoutMs = 10000);
    void waitUntilGone(const QString &name, int timeoutMs = 10000);
    /// Lets the window live for a while, as when a person looks at it.
    static void watch(int milliseconds);
    /// Saves the window, with an open dialog in front of it, as NN-NAME.png.
    void picture(const QString &name);
    /// The shown text of a label, button, line edit or combo box.
    [[nodiscard]] QString text(const QString &name) const;
    [[nodiscard]] bool shows(const QString &name) const;

    /// The visible widget of that name, in the active dialog first. Window's thread only.
    [[nodiscard]] QWidget *find(const QString &name) const;

private:
    [[noreturn]] void fail(const QString &why);

    QWidget *window_;
    QDir pictures_;
    int number_ = 0;
};

} // namespace twinhelm::demo

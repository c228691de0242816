#include "tests/demo/desk_driver.h"

#include <chrono>
#include <stdexcept>
#include <thread>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QTabWidget>
#include <QTest>

namespace twinhelm::demo
{

namespace
{

/// The dialog's picture where the dialog stands, or in the middle when the window manager put it elsewhere.
void paintDialog(QPixmap &picture, const QWidget &window, QWidget &dialog)
{
    QPainter painter(&picture);
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 60));
    const auto at = dialog.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint());
    const QPoint centred((window.width() - dialog.width()) / 2, (window.height() - dialog.height()) / 2);
    const bool inside = QRect(QPoint(), window.size()).contains(QRect(at, dialog.size()));
    painter.drawPixmap(inside ? at : centred, dialog.grab());
}

void scrollTo(QWidget &widget)
{
    for (auto *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(&widget);
    }
}

} // namespace

DeskDriver::DeskDriver(QWidget *window, QDir pictures) : window_(window), pictures_(std::move(pictures)) {}

void DeskDriver::start(std::function<void()> act) const
{
    QMetaObject::invokeMethod(window_, std::move(act), Qt::QueuedConnection);
}

QWidget *DeskDriver::find(const QString &name) const
{
    QList<QWidget *> roots;
    if (auto *dialog = QApplication::activeModalWidget())
        roots << dialog;
    roots << window_;
    for (auto *root : roots) {
        if (root->objectName() == name && root->isVisible())
            return root;
        for (auto *candidate : root->findChildren<QWidget *>(name)) {
            if (candidate->isVisible())
                return candidate;
        }
    }
    return nullptr;
}

void DeskDriver::fail(const QString &why)
{
    picture(QStringLiteral("failed"));
    throw std::runtime_error(why.toStdString());
}

bool DeskDriver::shows(const QString &name) const
{
    return see<bool>([&] { return find(name) != nullptr; });
}

QString DeskDriver::text(const QString &name) const
{
    return see<QString>([&]() -> QString {
        auto *widget = find(name);
        if (const auto *label = qobject_cast<QLabel *>(widget))
            return label->text();
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            return button->text();
        if (const auto *line = qobject_cast<QLineEdit *>(widget))
            return line->text();
        if (const auto *combo = qobject_cast<QComboBox *>(widget))
            return combo->currentText();
        return widget ? widget->property("text").toString() : QString();
    });
}

void DeskDriver::click(const QString &name)
{
    waitFor(QStringLiteral("%1 to be there and enabled").arg(name), [&] {
        const auto *widget = find(name);
        return widget && widget->isEnabled();
    });
    start([this, name] {
        if (auto *widget = find(name)) {
            scrollTo(*widget);
            QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
        }
    });
    watch(50);
}

void DeskDriver::trigger(const QString &actionName)
{
    waitFor(QStringLiteral("the action %1 to be possible").arg(actionName), [&] {
        const auto *action = window_->findChild<QAction *>(actionName);
        return action && action->isEnabled();
    });
    start([this, actionName] { window_->findChild<QAction *>(actionName)->trigger(); });
    watch(50);
}

void DeskDriver::type(const QString &name, const QString &text)
{
    waitForWidget(name);
    start([this, name, text] {
        auto *widget = find(name);
        if (!widget)
            return;
        scrollTo(*widget);
        widget->setFocus();
        if (auto *combo = qobject_cast<QComboBox *>(widget); combo && !combo->isEditable()) {
            combo->setCurrentText(text);
            return;
        }
        QTest::keySequence(widget, QKeySequence(QKeySequence::SelectAll));
        QTest::keyClicks(widget, text);
        QTest::keyClick(widget, Qt::Key_Tab);
    });
    watch(50);
}

void DeskDriver::waitFor(const QString &what, const std::function<bool()> &isTrue, int timeoutMs)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs);
    while (!see<bool>(isTrue)) {
        if (std::chrono::steady_clock::now() > until)
            fail(QStringLiteral("waited %1 s for %2").arg(timeoutMs / 1000.0).arg(what));
        watch(10);
    }
}

void DeskDriver::showTabOf(const QString &name) const
{
    start([this, name] {
        auto *page = window_->findChild<QWidget *>(name);
        for (auto *parent = page ? page->parentWidget() : nullptr; parent; parent = parent->parentWidget()) {
            auto *tabs = qobject_cast<QTabWidget *>(parent);
            for (int i = 0; tabs && i < tabs->count(); ++i) {
                if (tabs->widget(i) == page || tabs->widget(i)->isAncestorOf(page))
                    tabs->setCurrentIndex(i);
            }
        }
    });
    watch(50);
}

void DeskDriver::waitForWidget(const QString &name, int timeoutMs)
{
    waitFor(
        QStringLiteral("%1 to appear").arg(name), [&] { return find(name) != nullptr; }, timeoutMs);
}

void DeskDriver::waitUntilGone(const QString &name, int timeoutMs)
{
    waitFor(
        QStringLiteral("%1 to close").arg(name), [&] { return find(name) == nullptr; }, timeoutMs);
}

void DeskDriver::watch(int milliseconds)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

void DeskDriver::picture(const QString &name)
{
    const auto file = QStringLiteral("%1-%2.png").arg(++number_, 2, 10, QLatin1Char('0')).arg(name);
    QMetaObject::invokeMethod(
        window_,
        [&] {
            auto image = window_->grab();
            if (auto *dialog = QApplication::activeModalWidget(); dialog && dialog != window_)
                paintDialog(image, *window_, *dialog);
            image.save(pictures_.filePath(file));
        },
        Qt::BlockingQueuedConnection);
}

} // namespace twinhelm::demo

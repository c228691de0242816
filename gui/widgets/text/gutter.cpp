#include "gui/widgets/text/gutter.h"

#include <QHelpEvent>
#include <QTextBlock>
#include <QToolTip>

#include "gui/widgets/text/config_text_edit.h"

namespace twinhelm::desk
{

Gutter::Gutter(ConfigTextEdit *editor) : QWidget(editor), editor_(editor) {}

QSize Gutter::sizeHint() const
{
    return {editor_->gutterWidth(), 0};
}

void Gutter::paintEvent(QPaintEvent *event)
{
    editor_->paintGutter(event);
}

bool Gutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = editor_->cursorForPosition({0, help->pos().y()}).blockNumber();
    if (const QString *text = editor_->markText(line))
        QToolTip::showText(help->globalPos(), *text, this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace twinhelm::desk

#include "gui/widgets/pages/review_view.h"

#include <QEvent>
#include <QFontDatabase>

#include "gui/widgets/theme/colours.h"

namespace twinhelm::desk
{

namespace
{

QString signOf(ReviewLine::Kind kind)
{
    switch (kind) {
    case ReviewLine::Kind::Added: return QStringLiteral("+ ");
    case ReviewLine::Kind::Removed: return QStringLiteral("− ");
    case ReviewLine::Kind::Gap: return QStringLiteral("⋯");
    case ReviewLine::Kind::Same: break;
    }
    return QStringLiteral("  ");
}

QColor inkOf(ReviewLine::Kind kind)
{
    const Colours &c = colours();
    switch (kind) {
    case ReviewLine::Kind::Added: return c.master;
    case ReviewLine::Kind::Removed: return c.fault;
    case ReviewLine::Kind::Gap: return c.secondary;
    case ReviewLine::Kind::Same: break;
    }
    return c.text;
}

} // namespace

ReviewView::ReviewView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(qMax(10.0, font().pointSizeF()));
    setFont(mono);
}

void ReviewView::showReview(const NodeReview &review)
{
    review_ = review;
    setObjectName(QStringLiteral("diff.") + review.node);
    setAccessibleName(tr("Changes on %1").arg(review.node));
    showLines();
}

void ReviewView::showLines()
{
    clear();
    QTextCursor cursor(document());
    QTextCharFormat format;
    if (!review_.error.isEmpty() || review_.lines.isEmpty()) {
        format.setForeground(review_.error.isEmpty() ? colours().secondary : colours().fault);
        cursor.insertText(review_.error.isEmpty() ? tr("Nothing changes on this node.") : review_.error, format);
        return;
    }
    for (const ReviewLine &line : review_.lines) {
        format.setForeground(inkOf(line.kind));
        cursor.insertText(signOf(line.kind) + line.text + QLatin1Char('\n'), format);
    }
    moveCursor(QTextCursor::Start);
}

void ReviewView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showLines();
}

} // namespace twinhelm::desk

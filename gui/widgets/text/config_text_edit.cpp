#include "gui/widgets/text/config_text_edit.h"

#include <algorithm>

#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

#include "gui/core/document/document.h"
#include "gui/widgets/text/config_highlighter.h"
#include "gui/widgets/text/gutter.h"
#include "gui/widgets/theme/colours.h"
#include "gui/widgets/theme/icons.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

/// One replaced stretch that turns `before` into `after`.
struct Difference {
    qsizetype at = 0;
    qsizetype removed = 0;
    qsizetype inserted = 0;
};

Difference differenceOf(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    // Never cut a surrogate pair: the document counts characters.
    if (head > 0 && before[head - 1].isHighSurrogate())
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    if (tail > 0 && before[before.size() - tail].isLowSurrogate())
        --tail;
    return {head, before.size() - head - tail, after.size() - head - tail};
}

/// What QTextDocument makes of a text: it knows one kind of line break. The length stays.
QString normalised(QString text)
{
    for (QChar &c : text) {
        if (c == QChar::ParagraphSeparator || c == QChar(0xfdd0) || c == QChar(0xfdd1))
            c = QLatin1Char('\n');
    }
    return text;
}

QString markIcon(Severity severity)
{
    switch (severity) {
    case Severity::Error: return QStringLiteral("error");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Hint: return QStringLiteral("hint");
    }
    return {};
}

QColor severityColour(Severity severity)
{
    const Colours &c = colours();
    return severity == Severity::Error ? c.fault : severity == Severity::Warning ? c.pending : c.accent;
}

IconTint severityTint(Severity severity)
{
    return severity == Severity::Error     ? IconTint::Error
           : severity == Severity::Warning ? IconTint::Warning
                                           : IconTint::Accent;
}

} // namespace

ConfigTextEdit::ConfigTextEdit(QWidget *parent)
    : QPlainTextEdit(parent), highlighter_(new ConfigHighlighter(document())), gutter_(new Gutter(this))
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(std::max(10.0, font().pointSizeF()));
    setFont(mono);
    document()->setDocumentMargin(metrics::unit);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    setTabChangesFocus(false);
    setAccessibleName(tr("Configuration text"));
    connect(this, &QPlainTextEdit::textChanged, this, &ConfigTextEdit::sendTyping);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &ConfigTextEdit::showCurrentLine);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(gutterWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int scrolled) {
        if (scrolled != 0)
            gutter_->scroll(0, scrolled);
        else
            gutter_->update(0, area.y(), gutter_->width(), area.height());
    });
    setViewportMargins(gutterWidth(), 0, 0, 0);
    showCurrentLine();
}

void ConfigTextEdit::setDocumentModel(Document *model)
{
    if (model_)
        disconnect(model_, nullptr, this, nullptr);
    model_ = model;
    setReadOnly(model == nullptr);
    if (model_) {
        connect(model_, &Document::textChanged, this, &ConfigTextEdit::showText);
        connect(model_, &Document::diagnosticsChanged, this, &ConfigTextEdit::showMarks);
    }
    showText();
    moveCursor(QTextCursor::Start);
    showMarks();
}

void ConfigTextEdit::showText()
{
    if (showing_)
        return;
    const QScopedValueRollback guard(showing_, true);
    const QString wanted = model_ ? normalised(model_->map().text()) : QString();
    if (wanted != shown_) {
        const Difference change = differenceOf(shown_, wanted);
        QTextCursor cursor(document());
        cursor.setPosition(static_cast<int>(change.at));
        cursor.setPosition(static_cast<int>(change.at + change.removed), QTextCursor::KeepAnchor);
        cursor.insertText(wanted.mid(change.at, change.inserted));
        shown_ = wanted;
    }
}

void ConfigTextEdit::sendTyping()
{
    if (showing_ || !model_)
        return;
    const QString now = normalised(document()->toRawText());
    if (now == shown_)
        return;
    const Difference change = differenceOf(shown_, now);
    {
        const QScopedValueRollback guard(showing_, true);
        model_->replaceText(change.at, change.removed, now.mid(change.at, change.inserted));
        shown_ = now;
    }
    // The document may hold the typed text differently (line breaks); show what it has.
    showText();
}

void ConfigTextEdit::jumpTo(qsizetype begin, qsizetype end)
{
    if (!model_)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(model_->map().positionAt(begin)));
    cursor.setPosition(static_cast<int>(model_->map().positionAt(std::max(begin, end))), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

void ConfigTextEdit::reveal(qsizetype byte)
{
    if (!model_)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(model_->map().positionAt(byte)));
    setTextCursor(cursor);
    constexpr int linesAbove = 2;
    verticalScrollBar()->setValue(std::max(0, cursor.blockNumber() - linesAbove));
}

const QString *ConfigTextEdit::markText(int line) const
{
    const auto found = marks_.constFind(line);
    return found == marks_.constEnd() ? nullptr : &found->text;
}

QTextEdit::ExtraSelection ConfigTextEdit::underline(qsizetype begin, qsizetype end, Severity severity) const
{
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    const int from = static_cast<int>(model_->map().positionAt(begin));
    selection.cursor.setPosition(from);
    selection.cursor.setPosition(std::max(from + 1, static_cast<int>(model_->map().positionAt(end))),
                                 QTextCursor::KeepAnchor);
    selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    selection.format.setUnderlineColor(severityColour(severity));
    return selection;
}

void ConfigTextEdit::showMarks()
{
    marks_.clear();
    findings_.clear();
    const QList<Problem> problems = model_ ? model_->problems() : QList<Problem>();
    for (const Problem &problem : problems) {
        if (!problem.place.inDocument())
            continue;
        findings_.append(underline(problem.place.begin, problem.place.end, problem.severity));
        Mark &mark = marks_[problem.place.line - 1];
        mark.severity = mark.text.isEmpty() ? problem.severity : std::min(mark.severity, problem.severity);
        mark.text += (mark.text.isEmpty() ? QString() : QStringLiteral("\n")) + problem.message;
    }
    showCurrentLine();
    gutter_->update();
}

void ConfigTextEdit::showCurrentLine()
{
    QTextEdit::ExtraSelection line;
    line.format.setBackground(colours().hover);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    setExtraSelections(QList<QTextEdit::ExtraSelection>{line} + findings_);
    gutter_->update();
}

int ConfigTextEdit::gutterWidth() const
{
    const int digits = static_cast<int>(QString::number(std::max(100, blockCount())).size());
    return metrics::unit + metrics::icon + metrics::half + digits * fontMetrics().horizontalAdvance(QLatin1Char('9')) +
           metrics::unit;
}

void ConfigTextEdit::paintGutter(QPaintEvent *event)
{
    QPainter painter(gutter_);
    painter.fillRect(event->rect(), colours().window);
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    QTextBlock block = firstVisibleBlock();
    QRectF box = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && box.top() <= event->rect().bottom()) {
        const int line = block.blockNumber();
        painter.setPen(line == current ? colours().text : colours().secondary);
        painter.drawText(QRectF(0, box.top(), gutter_->width() - metrics::unit, box.height()),
                         Qt::AlignRight | Qt::AlignTop, QString::number(line + 1));
        if (const auto mark = marks_.constFind(line); mark != marks_.constEnd()) {
            const QRect place(metrics::half, static_cast<int>(box.top()) + (fontMetrics().height() - metrics::icon) / 2,
                              metrics::icon, metrics::icon);
            icon(markIcon(mark->severity), severityTint(mark->severity)).paint(&painter, place);
        }
        block = block.next();
        box = blockBoundingGeometry(block).translated(contentOffset());
    }
}

void ConfigTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    gutter_->setGeometry(inside.left(), inside.top(), gutterWidth(), inside.height());
}

bool ConfigTextEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void ConfigTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        const QScopedValueRollback guard(showing_, true);
        highlighter_->rehighlight();
        showMarks();
    }
}

} // namespace twinhelm::desk

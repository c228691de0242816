#pragma once

#include <QHash>
#include <QPlainTextEdit>
#include <QPointer>

#include "common/diagnostics/diagnostic.h"

namespace twinhelm::desk
{

class ConfigHighlighter;
class Document;
class Gutter;

/// The text of a Document: line numbers, colours, marks at findings. Keeps no text and no undo of its own: every
/// keystroke goes to the document, and what the document becomes is shown. Ctrl+Z is the window's.
class ConfigTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ConfigTextEdit(QWidget *parent = nullptr);

    void setDocumentModel(Document *document); ///< not owned; nullptr empties the editor
    /// Puts the cursor on bytes [begin, end) of the document, in the middle of the view, and takes the focus.
    void jumpTo(qsizetype begin, qsizetype end);
    /// Scrolls so that this byte is near the top, and puts the cursor there; the focus stays where it is.
    void reveal(qsizetype byte);
    /// Gravest finding of a line (counted from 0); nullptr when there is none.
    [[nodiscard]] const QString *markText(int line) const;
    [[nodiscard]] Severity markSeverity(int line) const { return marks_.value(line).severity; }

    [[nodiscard]] int gutterWidth() const;
    void paintGutter(QPaintEvent *event);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Mark {
        Severity severity = Severity::Hint;
        QString text;
    };

    void showText();
    void sendTyping();
    void showMarks();
    void showCurrentLine();
    [[nodiscard]] QTextEdit::ExtraSelection underline(qsizetype begin, qsizetype end, Severity severity) const;

    QPointer<Document> model_;
    ConfigHighlighter *highlighter_;
    Gutter *gutter_;
    QString shown_; ///< what the widget showed last; the difference to it is what was typed
    QHash<int, Mark> marks_;
    QList<QTextEdit::ExtraSelection> findings_;
    bool showing_ = false;
};

} // namespace twinhelm::desk

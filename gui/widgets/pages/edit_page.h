#pragma once

#include <memory>

#include <QPointer>
#include <QWidget>

#include "common/base/result.h"

class QButtonGroup;
class QSplitter;
class QTabBar;

namespace twinhelm::desk
{

class BlockForm;
class BlockFormPresenter;
class BlockNavigator;
class ConfigTextEdit;
class Document;
class ProblemsPanel;
class WhatIfPanel;

/// The blocks of one document with the form of one of them, and its text; below it the problems, or what happens if
/// something fails. What is chosen in one view is
/// chosen in the others.
class EditPage : public QWidget
{
    Q_OBJECT

public:
    enum class View { Form, Text, Both };

    explicit EditPage(QWidget *parent = nullptr);
    ~EditPage() override;

    void setDocument(Document *document); ///< not owned; nullptr empties the page
    void setView(View view);
    [[nodiscard]] View view() const { return view_; }
    void showInstance(const QString &name);
    /// Shows the text there, in the text editor.
    void jumpTo(qsizetype begin, qsizetype end);
    void focusProblems();

signals:
    void problem(const twinhelm::Error &error);

private:
    QWidget *makeViewBar();
    void connectViews();
    void showLower(int tab);

    std::unique_ptr<BlockFormPresenter> presenter_;
    BlockNavigator *blocks_;
    BlockForm *form_;
    ConfigTextEdit *text_;
    ProblemsPanel *problems_;
    WhatIfPanel *whatIf_;
    QTabBar *lower_;
    QSplitter *views_;
    QPointer<Document> document_;
    QButtonGroup *viewButtons_;
    View view_ = View::Both;
};

} // namespace twinhelm::desk

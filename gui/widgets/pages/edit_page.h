#pragma once

#include <memory>

#include <QPointer>
#include <QWidget>

class QButtonGroup;
class QSplitter;

namespace twinhelm::desk
{

class ConfigTextEdit;
class Document;
class InstanceForm;
class InstanceFormPresenter;
class ProblemsPanel;

/// Form and text on one document, problems below.
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

private:
    QWidget *makeViewBar();

    std::unique_ptr<InstanceFormPresenter> presenter_;
    InstanceForm *form_;
    ConfigTextEdit *text_;
    ProblemsPanel *problems_;
    QSplitter *views_;
    QButtonGroup *viewButtons_;
    View view_ = View::Both;
};

} // namespace twinhelm::desk

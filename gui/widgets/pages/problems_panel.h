#pragma once

#include <memory>

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace twinhelm::desk
{

class Document;
class ProblemsModel;

/// The findings about a document, gravest first. Enter or a click goes to the place. Where a mend is certain, a button
/// (or Ctrl+.) carries it out; where several are, it offers them in a menu.
class ProblemsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);
    ~ProblemsPanel() override;

    void setDocument(Document *document);

signals:
    /// Bytes of the document.
    void jumpWanted(qsizetype begin, qsizetype end);

private:
    void showSummary();
    void showFixes();
    void jumpToRow(int row);
    void fix(std::size_t which);

    std::unique_ptr<ProblemsModel> model_;
    QPointer<Document> document_;
    QTableView *table_;
    QLabel *summary_;
    QPushButton *fix_;
};

} // namespace twinhelm::desk

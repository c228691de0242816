#pragma once

#include <memory>

#include <QWidget>

class QLabel;
class QTableView;

namespace twinhelm::desk
{

class Document;
class ProblemsModel;

/// The findings about a document, gravest first. Enter or a click goes to the place.
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
    void jumpToRow(int row);

    std::unique_ptr<ProblemsModel> model_;
    QTableView *table_;
    QLabel *summary_;
};

} // namespace twinhelm::desk

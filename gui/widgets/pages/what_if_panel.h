#pragma once

#include <memory>

#include <QWidget>

class QLabel;
class QTableView;

namespace twinhelm::desk
{

class Document;
class WhatIfModel;

/// Beside every edit: what becomes of the virtual addresses if something fails.
class WhatIfPanel : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIfPanel(QWidget *parent = nullptr);
    ~WhatIfPanel() override;

    void setDocument(Document *document); ///< not owned

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showSummary();

    std::unique_ptr<WhatIfModel> model_;
    QTableView *table_;
    QLabel *summary_;
};

} // namespace twinhelm::desk

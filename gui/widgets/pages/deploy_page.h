#pragma once

#include <QHash>
#include <QPointer>
#include <QWidget>

class QFrame;
class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace twinhelm::desk
{

class DeployPresenter;
class NodeRunCard;

/// The plan of a deploy node by node, what it changes, and how it goes.
class DeployPage : public QWidget
{
    Q_OBJECT

public:
    explicit DeployPage(QWidget *parent = nullptr);

    void setPresenter(DeployPresenter *presenter); ///< not owned; nullptr empties the page

signals:
    /// The button was pressed. Saving first is the window's affair.
    void deployWanted();

private:
    QWidget *makeHead();
    QWidget *makeDetails();
    void refresh();
    void showVerdict();
    void rebuildCards();
    void showStep(const QString &node, int step);
    void showReviews();

    QPointer<DeployPresenter> presenter_;
    QFrame *verdictFrame_;
    QLabel *verdict_;
    QPushButton *review_;
    QPushButton *deploy_;
    QPushButton *stop_;
    QWidget *steps_;
    QHBoxLayout *cards_;
    QHash<QString, NodeRunCard *> cardOf_;
    QString plan_; ///< nodes and steps the cards were made for
    QTabWidget *details_;
    QPlainTextEdit *output_;
    QWidget *reviewHint_;
};

} // namespace twinhelm::desk

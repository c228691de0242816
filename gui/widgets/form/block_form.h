#pragma once

#include <QHash>
#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace twinhelm::desk
{

class BlockFormPresenter;
class EmptyState;
class FormRowWidget;

/// The form of one block: what it is, the basic rows, the rest behind a button.
class BlockForm : public QWidget
{
    Q_OBJECT

public:
    explicit BlockForm(QWidget *parent = nullptr);

    void setPresenter(BlockFormPresenter *presenter); ///< not owned; nullptr empties the form

signals:
    /// The empty form's button: there is nothing to show, so go to the text.
    void textWanted();

private:
    void rebuild();
    void showHead();
    void showEmpty();
    void updateRow(const QString &key);
    FormRowWidget *addRow(const QString &key, QVBoxLayout *into);
    void showMore(bool shown);

    QPointer<BlockFormPresenter> presenter_;
    QLabel *title_;
    QLabel *kind_;
    QWidget *head_;
    QScrollArea *scroll_;
    EmptyState *empty_;
    QPushButton *more_ = nullptr;
    QWidget *moreRows_ = nullptr;
    bool moreShown_ = false;
    QHash<QString, FormRowWidget *> rows_;
};

} // namespace twinhelm::desk

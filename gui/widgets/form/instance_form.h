#pragma once

#include <QHash>
#include <QPointer>
#include <QWidget>

class QComboBox;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace twinhelm::desk
{

class FormRowWidget;
class InstanceFormPresenter;
class EmptyState;

/// The form of one vrrp_instance: a chooser when there are several, the basic rows, the rest behind a button.
class InstanceForm : public QWidget
{
    Q_OBJECT

public:
    explicit InstanceForm(QWidget *parent = nullptr);

    void setPresenter(InstanceFormPresenter *presenter); ///< not owned; nullptr empties the form

signals:
    /// The empty form's button: there is nothing to show, so go to the text.
    void textWanted();

private:
    void rebuild();
    void showInstances();
    void updateRow(const QString &key);
    FormRowWidget *addRow(const QString &key, QVBoxLayout *into);
    void showMore(bool shown);

    QPointer<InstanceFormPresenter> presenter_;
    QComboBox *instances_;
    QWidget *chooser_;
    QScrollArea *scroll_;
    EmptyState *empty_;
    QPushButton *more_ = nullptr;
    QWidget *moreRows_ = nullptr;
    bool moreShown_ = false;
    QHash<QString, FormRowWidget *> rows_;
};

} // namespace twinhelm::desk

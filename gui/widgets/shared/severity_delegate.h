#pragma once

#include <QStyledItemDelegate>

namespace twinhelm::desk
{

/// Draws a severity as icon and word, in its colour. The role holds an int of Severity or one of the wire's words
/// (info notice warning error).
class SeverityDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SeverityDelegate(int severityRole, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int role_;
};

} // namespace twinhelm::desk

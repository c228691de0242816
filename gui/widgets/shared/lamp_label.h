#pragma once

#include <QString>
#include <QWidget>

#include "gui/core/live/lamp.h"

namespace twinhelm::desk
{

/// Shape, name and word in one line: "● lb01 MASTER".
class LampLabel : public QWidget
{
    Q_OBJECT

public:
    explicit LampLabel(QWidget *parent = nullptr);

    /// `name` may be empty. Name and word are also the accessible name.
    void setLamp(Lamp lamp, const QString &name, const QString &word);
    [[nodiscard]] Lamp lamp() const { return lamp_; }
    [[nodiscard]] QString word() const { return word_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont wordFont() const;

    Lamp lamp_ = Lamp::Unknown;
    QString name_;
    QString word_;
};

} // namespace twinhelm::desk

#include "gui/core/presenters/instance_form_presenter.h"

#include <algorithm>

namespace twinhelm::desk
{

InstanceFormPresenter::InstanceFormPresenter(Document *document, QObject *parent) : QObject(parent), document_(document)
{
    connect(document, &Document::diagnosticsChanged, this, &InstanceFormPresenter::refresh);
    refresh();
}

QStringList InstanceFormPresenter::instances() const
{
    return instances_;
}

void InstanceFormPresenter::setInstance(const QString &name)
{
    instance_ = name;
    drafts_.clear();
    refresh();
}

const FormRow *InstanceFormPresenter::row(const QString &key) const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const FormRow &each) { return each.key == key; });
    return found == rows_.end() ? nullptr : &*found;
}

bool InstanceFormPresenter::setValue(const QString & /*key*/, const QString & /*node*/, const QString & /*text*/)
{
    return false;
}

bool InstanceFormPresenter::clearValue(const QString & /*key*/, const QString & /*node*/)
{
    return false;
}

bool InstanceFormPresenter::split(const QString & /*key*/)
{
    return false;
}

bool InstanceFormPresenter::join(const QString & /*key*/, const QString & /*node*/)
{
    return false;
}

void InstanceFormPresenter::revert(const QString &key)
{
    if (drafts_.remove(key) > 0)
        emit rowChanged(key);
}

void InstanceFormPresenter::refresh()
{
    const auto names = document_ ? document_->instanceNames() : QStringList();
    if (names != instances_) {
        instances_ = names;
        emit instancesChanged();
    }
}

} // namespace twinhelm::desk

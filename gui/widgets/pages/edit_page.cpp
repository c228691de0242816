#include "gui/widgets/pages/edit_page.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/core/document/document.h"
#include "gui/core/presenters/instance_form_presenter.h"
#include "gui/widgets/form/instance_form.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/pages/problems_panel.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/text/config_text_edit.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

EditPage::EditPage(QWidget *parent)
    : QWidget(parent), form_(new InstanceForm), text_(new ConfigTextEdit), problems_(new ProblemsPanel),
      views_(new QSplitter(Qt::Horizontal)), viewButtons_(new QButtonGroup(this))
{
    form_->setObjectName(QLatin1String(names::formView));
    text_->setObjectName(QLatin1String(names::textView));
    text_->setProperty("role", QLatin1String("editor"));
    views_->addWidget(form_);
    views_->addWidget(text_);
    views_->setStretchFactor(0, 1);
    views_->setStretchFactor(1, 1);
    views_->setChildrenCollapsible(false);
    views_->setSizes({500, 500});
    form_->setMinimumWidth(320);

    auto *column = parts::column(this, 0, 0);
    column->addWidget(makeViewBar());
    column->addWidget(views_, 1);
    column->addWidget(parts::rule());
    column->addWidget(problems_);

    connect(problems_, &ProblemsPanel::jumpWanted, this, &EditPage::jumpTo);
    connect(form_, &InstanceForm::textWanted, this, [this] {
        setView(View::Text);
        text_->setFocus();
    });
}

EditPage::~EditPage() = default;

QWidget *EditPage::makeViewBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::margin, metrics::unit, metrics::margin, metrics::unit);
    row->setSpacing(metrics::half);
    const struct {
        View view;
        QString text;
        const char *icon;
        const char *name;
    } buttons[] = {{View::Both, tr("Form &and text"), "both", names::showBoth},
                   {View::Form, tr("F&orm"), "form", names::showForm},
                   {View::Text, tr("Te&xt"), "text", names::showText}};
    for (const auto &one : buttons) {
        auto *button = new QToolButton;
        button->setText(one.text);
        button->setIcon(icon(QLatin1String(one.icon)));
        button->setIconSize({metrics::icon + metrics::half, metrics::icon});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setChecked(one.view == view_);
        button->setObjectName(QLatin1String(one.name));
        button->setFocusPolicy(Qt::TabFocus);
        viewButtons_->addButton(button, static_cast<int>(one.view));
        row->addWidget(button);
    }
    row->addStretch();
    connect(viewButtons_, &QButtonGroup::idClicked, this, [this](int id) { setView(static_cast<View>(id)); });
    return bar;
}

void EditPage::setDocument(Document *document)
{
    form_->setPresenter(nullptr);
    presenter_.reset();
    text_->setDocumentModel(document);
    problems_->setDocument(document);
    if (document) {
        presenter_ = std::make_unique<InstanceFormPresenter>(document);
        form_->setPresenter(presenter_.get());
    }
}

void EditPage::setView(View view)
{
    view_ = view;
    viewButtons_->button(static_cast<int>(view))->setChecked(true);
    form_->setVisible(view != View::Text);
    text_->setVisible(view != View::Form);
}

void EditPage::showInstance(const QString &name)
{
    if (presenter_ && presenter_->instances().contains(name))
        presenter_->setInstance(name);
}

void EditPage::jumpTo(qsizetype begin, qsizetype end)
{
    if (view_ == View::Form)
        setView(View::Both);
    text_->jumpTo(begin, end);
}

void EditPage::focusProblems()
{
    problems_->setFocus();
}

} // namespace twinhelm::desk

#include "gui/widgets/pages/edit_page.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/core/base/qt_text.h"
#include "gui/core/document/document.h"
#include "gui/core/presenters/block_form_presenter.h"
#include "gui/widgets/form/block_form.h"
#include "gui/widgets/form/block_navigator.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/pages/problems_panel.h"
#include "gui/widgets/pages/what_if_panel.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/text/config_text_edit.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

EditPage::EditPage(QWidget *parent)
    : QWidget(parent), blocks_(new BlockNavigator), form_(new BlockForm), text_(new ConfigTextEdit),
      problems_(new ProblemsPanel), whatIf_(new WhatIfPanel), lower_(new QTabBar),
      views_(new QSplitter(Qt::Horizontal)), viewButtons_(new QButtonGroup(this))
{
    form_->setObjectName(QLatin1String(names::formView));
    text_->setObjectName(QLatin1String(names::textView));
    text_->setProperty("role", QLatin1String("editor"));
    views_->addWidget(blocks_);
    views_->addWidget(form_);
    views_->addWidget(text_);
    views_->setStretchFactor(0, 0);
    views_->setStretchFactor(1, 1);
    views_->setStretchFactor(2, 1);
    views_->setChildrenCollapsible(false);
    views_->setSizes({224, 420, 420});
    form_->setMinimumWidth(372);

    auto *column = parts::column(this, 0, 0);
    column->addWidget(makeViewBar());
    column->addWidget(views_, 1);
    column->addWidget(parts::rule());
    auto *lowerRow = new QHBoxLayout;
    lowerRow->setContentsMargins(metrics::unit, 0, 0, 0);
    lowerRow->addWidget(lower_);
    lowerRow->addStretch();
    column->addLayout(lowerRow);
    column->addWidget(problems_);
    column->addWidget(whatIf_);

    lower_->setObjectName(QLatin1String(names::lowerTabs));
    lower_->setDrawBase(false);
    lower_->setExpanding(false);
    lower_->addTab(tr("&Problems"));
    lower_->addTab(tr("&What if"));
    lower_->setTabToolTip(1, tr("What becomes of the virtual addresses if a node, a link, a check or the network "
                                "between the nodes fails, as the engine itself would act"));
    showLower(0);
    connectViews();
}

void EditPage::showLower(int tab)
{
    problems_->setVisible(tab == 0);
    whatIf_->setVisible(tab == 1);
}

void EditPage::connectViews()
{
    connect(lower_, &QTabBar::currentChanged, this, &EditPage::showLower);
    connect(problems_, &ProblemsPanel::jumpWanted, this, &EditPage::jumpTo);
    connect(form_, &BlockForm::textWanted, this, [this] {
        setView(View::Text);
        text_->setFocus();
    });
    connect(blocks_, &BlockNavigator::chosen, this, [this](const BlockPath &path) {
        if (presenter_)
            presenter_->setBlock(path);
    });
    connect(blocks_, &BlockNavigator::pointedAt, text_, &ConfigTextEdit::reveal);
    connect(blocks_, &BlockNavigator::problem, this, &EditPage::problem);
    connect(text_, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (document_ && text_->hasFocus())
            blocks_->chooseAt(document_->map().byteAt(text_->textCursor().position()));
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
    document_ = document;
    form_->setPresenter(nullptr);
    presenter_.reset();
    text_->setDocumentModel(document);
    problems_->setDocument(document);
    whatIf_->setDocument(document);
    if (document) {
        presenter_ = std::make_unique<BlockFormPresenter>(document);
        form_->setPresenter(presenter_.get());
    }
    blocks_->setDocument(document);
}

void EditPage::setView(View view)
{
    view_ = view;
    viewButtons_->button(static_cast<int>(view))->setChecked(true);
    form_->setVisible(view != View::Text);
    blocks_->setVisible(view != View::Text);
    text_->setVisible(view != View::Form);
}

void EditPage::showInstance(const QString &name)
{
    blocks_->choose({{"vrrp_instance", toStd(name)}});
}

void EditPage::jumpTo(qsizetype begin, qsizetype end)
{
    if (view_ == View::Form)
        setView(View::Both);
    text_->jumpTo(begin, end);
}

void EditPage::focusProblems()
{
    lower_->setCurrentIndex(0);
    problems_->setFocus();
}

} // namespace twinhelm::desk

#include "gui/core/presenters/instance_form_presenter.h"

#include <algorithm>

#include "gui/core/base/qt_text.h"
#include "gui/core/presenters/field_text.h"

namespace twinhelm::desk
{

namespace
{

constexpr const char *blockKeyword = "vrrp_instance";

const FieldSpec *findSpec(const QString &key)
{
    const auto &fields = instanceFields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto &each) { return each.row.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string> entriesOf(const QString &text)
{
    std::vector<std::string> entries;
    for (const auto &line : text.split(u'\n')) {
        if (const auto entry = line.trimmed(); !entry.isEmpty())
            entries.push_back(toStd(entry));
    }
    return entries;
}

std::vector<std::string> stdNames(const QStringList &names)
{
    std::vector<std::string> out;
    for (const auto &name : names)
        out.push_back(toStd(name));
    return out;
}

/// What `spec` is for one node: nothing when the keyword is absent.
std::optional<QString> valueIn(const config::Editor &editor, const config::Target &target, const FieldSpec &spec,
                               const std::string &node)
{
    if (!spec.isList()) {
        const auto written = editor.value(target, node);
        return written ? std::optional(fromFile(spec.row, toQt(*written))) : std::nullopt;
    }
    QStringList lines;
    for (const auto &entry : editor.entries(target.path, node))
        lines << toQt(entry);
    return lines.isEmpty() ? std::nullopt : std::optional(lines.join(u'\n'));
}

bool allEqual(const QList<FieldValue> &values)
{
    return std::all_of(values.begin(), values.end(), [&](const FieldValue &each) {
        return each.text == values.front().text && each.set == values.front().set;
    });
}

} // namespace

InstanceFormPresenter::InstanceFormPresenter(Document *document, QObject *parent, Clock clock)
    : QObject(parent), document_(document), clock_(std::move(clock))
{
    connect(document, &Document::diagnosticsChanged, this, &InstanceFormPresenter::refresh);
    connect(document, &Document::nodesChanged, this, &InstanceFormPresenter::refresh);
    document->flush();
    refresh();
}

QStringList InstanceFormPresenter::instances() const
{
    return instances_;
}

void InstanceFormPresenter::setInstance(const QString &name)
{
    if (name == instance_)
        return;
    instance_ = name;
    drafts_.clear();
    opened_.clear();
    ++typingRun_;
    rows_ = readRows();
    emit rowsReset();
}

const FormRow *InstanceFormPresenter::row(const QString &key) const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const FormRow &each) { return each.key == key; });
    return found == rows_.end() ? nullptr : &*found;
}

config::BlockRef InstanceFormPresenter::block() const
{
    return {blockKeyword, toStd(instance_)};
}

config::Editor InstanceFormPresenter::editor() const
{
    return config::Editor(document_->text().toStdString(), stdNames(document_->nodes()));
}

// ---- reading -------------------------------------------------------------------------------------

void InstanceFormPresenter::refresh()
{
    const auto names = document_ ? document_->instanceNames() : QStringList();
    if (names != instances_) {
        instances_ = names;
        emit instancesChanged();
    }
    takeRows(readRows());
}

QList<FormRow> InstanceFormPresenter::readRows() const
{
    QList<FormRow> rows;
    if (!document_ || instance_.isEmpty())
        return rows;
    const auto reader = editor();
    const auto tree = config::parse(document_->text().toStdString());
    const auto statements = statementsOf(tree, block());
    for (const auto &spec : instanceFields()) {
        auto row = readRow(spec, reader);
        addDrafts(row);
        addProblem(row, statements);
        rows << row;
    }
    return rows;
}

FormRow InstanceFormPresenter::readRow(const FieldSpec &spec, const config::Editor &editor) const
{
    auto row = spec.row;
    const auto target = spec.target(block());
    for (const auto &node : document_->nodes()) {
        const auto value = valueIn(editor, target, spec, toStd(node));
        row.values << FieldValue{node, value.value_or(QString()), value.has_value(), {}};
    }
    const bool same = allEqual(row.values);
    row.shared = same && !opened_.contains(row.key) && (spec.isList() || editor.isShared(target));
    return row;
}

void InstanceFormPresenter::addDrafts(FormRow &row) const
{
    const auto drafts = drafts_.value(row.key);
    for (auto &value : row.values) {
        const auto own = drafts.find(value.node);
        const auto draft = own != drafts.end() ? own : drafts.find(QString());
        if (draft == drafts.end())
            continue;
        value.text = draft->text;
        value.problem = draft->problem;
    }
}

void InstanceFormPresenter::addProblem(FormRow &row, const StatementIndex &statements) const
{
    const auto ranges = statements.value(row.key);
    for (const auto &problem : document_->problems()) {
        const auto at = problem.place.begin;
        const bool here = std::any_of(ranges.begin(), ranges.end(), [at](const SourceRange &range) {
            return at >= static_cast<qsizetype>(range.begin) && at < static_cast<qsizetype>(range.end);
        });
        if (here) {
            row.problem = problem.message;
            return; // they come most severe first
        }
    }
}

void InstanceFormPresenter::takeRows(const QList<FormRow> &rows)
{
    const auto old = rows_;
    rows_ = rows;
    const bool sameShape = old.size() == rows.size() &&
                           std::equal(rows.begin(), rows.end(), old.begin(), [](const FormRow &a, const FormRow &b) {
                               return a.key == b.key && a.values.size() == b.values.size();
                           });
    if (!sameShape) {
        emit rowsReset();
        return;
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!(rows[i] == old[i]))
            emit rowChanged(rows[i].key);
    }
}

Place InstanceFormPresenter::placeOf(const QString &key) const
{
    Place place;
    if (!document_)
        return place;
    const auto tree = config::parse(document_->text().toStdString());
    const auto ranges = statementsOf(tree, block()).value(key);
    if (ranges.isEmpty())
        return place;
    place.begin = ranges.front().begin;
    place.end = ranges.front().end;
    const auto before = document_->text().left(place.begin);
    place.line = static_cast<int>(before.count('\n')) + 1;
    place.column = static_cast<int>(QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size()) + 1;
    return place;
}

// ---- writing -------------------------------------------------------------------------------------

QString InstanceFormPresenter::title(const FieldSpec &spec, const QString &node, const QString &text) const
{
    const auto what = spec.row.key.section(u'.', -1);
    const auto where = node.isEmpty() ? instance_ : tr("%1 on %2").arg(instance_, node);
    if (text.isEmpty())
        return tr("Remove %1 of %2").arg(what, where);
    if (spec.row.kind == FieldKind::Flag)
        return tr("Switch %1 of %2 on").arg(what, where);
    if (spec.row.kind == FieldKind::Secret || spec.isList())
        return tr("Set %1 of %2").arg(what, where);
    return tr("Set %1 of %2 to %3").arg(what, where, text);
}

InstanceFormPresenter::Edits InstanceFormPresenter::listEdits(const FieldSpec &spec, const QString &node,
                                                              const QString &text) const
{
    const auto target = spec.target(block());
    const auto entries = entriesOf(text);
    const auto writer = editor();
    auto edits = writer.setEntries(target.path, toStd(node), entries);
    if (edits || entries.empty())
        return entries.empty() && !edits ? Edits(std::vector<TextEdit>{}) : edits;
    // The list's block is not there yet. Its first entry makes it, as a statement of its own would.
    const auto &first = entries.front();
    const auto blank = std::min(first.find_first_of(" \t"), first.size());
    const auto rest = first.find_first_not_of(" \t", blank);
    return writer.setValue({target.path, first.substr(0, blank)}, toStd(node),
                           rest == std::string::npos ? std::string() : first.substr(rest));
}

InstanceFormPresenter::Edits InstanceFormPresenter::editsFor(const FieldSpec &spec, const QString &node,
                                                             const QString &text) const
{
    if (spec.isList())
        return listEdits(spec, node, text);
    const auto target = spec.target(block());
    if (text.isEmpty())
        return editor().removeValue(target, toStd(node));
    return editor().setValue(target, toStd(node), toStd(toFile(spec.row, text)));
}

void InstanceFormPresenter::reject(const QString &key, const QString &node, const QString &text, const QString &problem)
{
    drafts_[key][node] = Draft{text, problem};
    takeRows(readRows());
}

QString InstanceFormPresenter::mergeKey(const QString &key, const QString &node)
{
    constexpr qint64 pauseMs = 2000;
    const auto now = clock_().steadyMs;
    if (now - lastTyped_ > pauseMs)
        ++typingRun_;
    lastTyped_ = now;
    return QStringLiteral("form/%1/%2/%3/%4").arg(instance_, key, node).arg(typingRun_);
}

bool InstanceFormPresenter::applyEdits(const FieldSpec &spec, const QString &node, const QString &text,
                                       const QString &title, const Edits &edits)
{
    const auto &key = spec.row.key;
    if (!edits) {
        const auto &error = edits.error();
        reject(key, node, text, toQt(error.mend.empty() ? error.what : error.what + " " + error.mend));
        return false;
    }
    if (node.isEmpty())
        drafts_.remove(key);
    else
        drafts_[key].remove(node);
    const bool done = document_->apply(title, *edits, mergeKey(key, node));
    takeRows(readRows());
    return done;
}

bool InstanceFormPresenter::setValue(const QString &key, const QString &node, const QString &text)
{
    const auto *spec = findSpec(key);
    if (!spec || !document_ || instance_.isEmpty())
        return false;
    const auto value = text.trimmed();
    if (const auto problem = fieldProblem(spec->row, value); !problem.isEmpty()) {
        reject(key, node, text, problem);
        return false;
    }
    const auto what = title(*spec, node, value);
    if (!applyEdits(*spec, node, text, what, editsFor(*spec, node, value)))
        return false;
    // A list whose block has just been made holds its first entry; the others follow in the same undo step.
    const bool incomplete = spec->isList() && entriesOf(value).size() > 1;
    return !incomplete || applyEdits(*spec, node, text, what, listEdits(*spec, node, value));
}

bool InstanceFormPresenter::clearValue(const QString &key, const QString &node)
{
    return setValue(key, node, {});
}

bool InstanceFormPresenter::split(const QString &key)
{
    const auto *spec = findSpec(key);
    const auto *shown = row(key);
    if (!spec || !shown || !shown->shared)
        return false;
    const bool absent =
        std::none_of(shown->values.begin(), shown->values.end(), [](const auto &each) { return each.set; });
    if (spec->isList() || absent) {
        // Nothing to write yet: the row opens up, and the first value that differs makes the @node lines.
        opened_.insert(key);
        takeRows(readRows());
        return true;
    }
    return applyEdits(*spec, {}, {}, tr("Set %1 of %2 for each node").arg(key.section(u'.', -1), instance_),
                      editor().splitValue(spec->target(block())));
}

bool InstanceFormPresenter::join(const QString &key, const QString &node)
{
    const auto *spec = findSpec(key);
    if (!spec || !document_ || instance_.isEmpty() || document_->nodes().isEmpty())
        return false;
    const auto keep = node.isEmpty() ? document_->nodes().front() : node;
    opened_.remove(key);
    drafts_.remove(key);
    // What the document has for that node, not what is typed.
    const auto writer = editor();
    const auto kept = valueIn(writer, spec->target(block()), *spec, toStd(keep));
    return applyEdits(*spec, {}, kept.value_or(QString()),
                      tr("Share %1 of %2 as on %3").arg(key.section(u'.', -1), instance_, keep),
                      spec->isList() || !kept ? editsFor(*spec, {}, kept.value_or(QString()))
                                              : writer.joinValue(spec->target(block()), toStd(keep)));
}

void InstanceFormPresenter::revert(const QString &key)
{
    if (drafts_.remove(key) > 0)
        takeRows(readRows());
}

} // namespace twinhelm::desk

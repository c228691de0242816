#include "gui/core/presenters/block_form_presenter.h"

#include <algorithm>

#include <QCoreApplication>

#include "common/config/schema/schema.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/presenters/field_text.h"
#include "gui/core/presenters/form_reader.h"

namespace twinhelm::desk
{

namespace
{

std::vector<std::string> entriesOf(const QString &text)
{
    std::vector<std::string> entries;
    for (const auto &line : text.split(u'\n')) {
        if (const auto entry = line.trimmed(); !entry.isEmpty())
            entries.push_back(toStd(entry));
    }
    return entries;
}

} // namespace

BlockFormPresenter::BlockFormPresenter(Document *document, QObject *parent, Clock clock)
    : QObject(parent), document_(document), clock_(std::move(clock))
{
    connect(document, &Document::diagnosticsChanged, this, &BlockFormPresenter::refresh);
    connect(document, &Document::nodesChanged, this, &BlockFormPresenter::refresh);
    document->flush();
    refresh();
}

void BlockFormPresenter::setBlock(const BlockPath &block)
{
    if (block == block_)
        return;
    block_ = block;
    drafts_.clear();
    opened_.clear();
    ++typingRun_;
    rows_ = readRows();
    emit rowsReset();
}

QString BlockFormPresenter::title() const
{
    if (block_.empty())
        return {};
    return toQt(block_.back().name.empty() ? block_.back().keyword : block_.back().name);
}

QString BlockFormPresenter::summary() const
{
    if (block_.empty())
        return {};
    const auto outer = schemaOf(BlockPath(block_.begin(), block_.end() - 1));
    const auto *top = config::schema::findBlock("");
    const auto *keyword = config::schema::find(block_.size() > 1 && outer ? *outer : *top, block_.back().keyword);
    const auto help =
        keyword && !keyword->help.empty() ? QCoreApplication::translate("schema", keyword->help.data()) : QString();
    const auto word = toQt(block_.back().keyword);
    if (block_.back().name.empty())
        return help;
    return help.isEmpty() ? word : QStringLiteral("%1 · %2").arg(word, help);
}

const FieldSpec *BlockFormPresenter::spec(const QString &key) const
{
    const auto *schema = schemaOf(block_);
    if (!schema)
        return nullptr;
    const auto &fields = fieldsOf(*schema);
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto &each) { return each.row.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

const FormRow *BlockFormPresenter::row(const QString &key) const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const FormRow &each) { return each.key == key; });
    return found == rows_.end() ? nullptr : &*found;
}

config::Editor BlockFormPresenter::editor() const
{
    return config::Editor(document_->text().toStdString(), toStd(document_->nodes()));
}

// ---- reading -------------------------------------------------------------------------------------

void BlockFormPresenter::refresh()
{
    takeRows(readRows());
}

QList<FormRow> BlockFormPresenter::readRows() const
{
    QList<FormRow> rows;
    const auto *schema = schemaOf(block_);
    if (!document_ || !schema)
        return rows;
    const auto tree = config::parse(document_->text().toStdString());
    const config::Editor reader(tree, toStd(document_->nodes()));
    const FormReader form(reader, block_, readersOf(tree, document_->nodes(), block_), opened_);
    auto statements = statementsOf(tree, block_);
    for (const auto &field : fieldsOf(*schema)) {
        auto row = form.row(field);
        for (const auto spelling : field.aliases)
            statements[row.key] << statements.take(field.keyOf(spelling));
        addDrafts(row);
        addProblem(row, statements);
        rows << row;
        statements.remove(row.key);
    }
    if (schema->entries)
        return rows;
    auto unknown = statements.keys();
    std::sort(unknown.begin(), unknown.end());
    for (const auto &word : unknown) {
        if (word.contains(u'.') || config::schema::find(*schema, toStd(word)))
            continue;
        auto row = form.unknownRow(word);
        addProblem(row, statements);
        rows << row;
    }
    return rows;
}

void BlockFormPresenter::addDrafts(FormRow &row) const
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

void BlockFormPresenter::addProblem(FormRow &row, const StatementIndex &statements) const
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

void BlockFormPresenter::takeRows(const QList<FormRow> &rows)
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

Place BlockFormPresenter::placeOf(const QString &key) const
{
    Place place;
    if (!document_)
        return place;
    const auto tree = config::parse(document_->text().toStdString());
    const auto ranges = statementsOf(tree, block_).value(key);
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

QString BlockFormPresenter::stepTitle(const FieldSpec &spec, const QString &node, const QString &text) const
{
    const auto what = spec.row.key.section(u'.', -1);
    const auto where = node.isEmpty() ? title() : tr("%1 on %2").arg(title(), node);
    if (text.isEmpty())
        return tr("Remove %1 of %2").arg(what, where);
    if (spec.row.kind == FieldKind::Flag)
        return tr("Switch %1 of %2 on").arg(what, where);
    if (spec.row.kind == FieldKind::Secret || spec.isList())
        return tr("Set %1 of %2").arg(what, where);
    return tr("Set %1 of %2 to %3").arg(what, where, text);
}

config::Target BlockFormPresenter::targetOf(const FieldSpec &spec, const config::Editor &editor) const
{
    return FormReader(editor, block_, {}, {}).target(spec);
}

BlockFormPresenter::Edits BlockFormPresenter::listEdits(const FieldSpec &spec, const QString &node,
                                                        const QString &text) const
{
    const auto entries = entriesOf(text);
    const auto writer = editor();
    const auto target = targetOf(spec, writer);
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

BlockFormPresenter::Edits BlockFormPresenter::editsFor(const FieldSpec &spec, const QString &node,
                                                       const QString &text) const
{
    if (spec.isList())
        return listEdits(spec, node, text);
    const auto writer = editor();
    const auto target = targetOf(spec, writer);
    if (text.isEmpty())
        return writer.removeValue(target, toStd(node));
    return writer.setValue(target, toStd(node), toStd(toFile(spec.row, text)));
}

void BlockFormPresenter::reject(const QString &key, const QString &node, const QString &text, const QString &problem)
{
    drafts_[key][node] = Draft{text, problem};
    takeRows(readRows());
}

QString BlockFormPresenter::mergeKey(const QString &key, const QString &node)
{
    constexpr qint64 pauseMs = 2000;
    const auto now = clock_().steadyMs;
    if (now - lastTyped_ > pauseMs)
        ++typingRun_;
    lastTyped_ = now;
    return QStringLiteral("form/%1/%2/%3").arg(key, node).arg(typingRun_); // another block begins another run
}

bool BlockFormPresenter::applyEdits(const FieldSpec &spec, const QString &node, const QString &text,
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

bool BlockFormPresenter::setValue(const QString &key, const QString &node, const QString &text)
{
    const auto *spec = this->spec(key);
    const auto *shown = row(key);
    if (!spec || !document_ || !shown || !shown->editable)
        return false;
    const auto value = text.trimmed();
    if (const auto problem = fieldProblem(spec->row, value); !problem.isEmpty()) {
        reject(key, node, text, problem);
        return false;
    }
    const auto what = stepTitle(*spec, node, value);
    if (!applyEdits(*spec, node, text, what, editsFor(*spec, node, value)))
        return false;
    // A list whose block has just been made holds its first entry; the others follow in the same undo step.
    const bool incomplete = spec->isList() && entriesOf(value).size() > 1;
    return !incomplete || applyEdits(*spec, node, text, what, listEdits(*spec, node, value));
}

bool BlockFormPresenter::clearValue(const QString &key, const QString &node)
{
    return setValue(key, node, {});
}

bool BlockFormPresenter::split(const QString &key)
{
    const auto *spec = this->spec(key);
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
    const auto writer = editor();
    return applyEdits(*spec, {}, {}, tr("Set %1 of %2 for each node").arg(key.section(u'.', -1), title()),
                      writer.splitValue(targetOf(*spec, writer)));
}

bool BlockFormPresenter::join(const QString &key, const QString &node)
{
    const auto *spec = this->spec(key);
    if (!spec || !document_ || block_.empty() || document_->nodes().isEmpty())
        return false;
    const auto keep = node.isEmpty() ? document_->nodes().front() : node;
    opened_.remove(key);
    drafts_.remove(key);
    // What the document has for that node, not what is typed.
    const auto writer = editor();
    const auto kept = FormReader(writer, block_, {}, {}).value(*spec, keep);
    return applyEdits(*spec, {}, kept.value_or(QString()),
                      tr("Share %1 of %2 as on %3").arg(key.section(u'.', -1), title(), keep),
                      spec->isList() || !kept ? editsFor(*spec, {}, kept.value_or(QString()))
                                              : writer.joinValue(targetOf(*spec, writer), toStd(keep)));
}

void BlockFormPresenter::revert(const QString &key)
{
    if (drafts_.remove(key) > 0)
        takeRows(readRows());
}

} // namespace twinhelm::desk

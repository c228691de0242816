#include "common/config/write/json_model.h"

#include <algorithm>

#include "common/base/secret.h"
#include "common/config/write/outline_of.h"
#include "common/wire/json_text.h"

namespace twinhelm::config
{

using namespace model;

namespace
{

class JsonModelWriter
{
public:
    JsonModelWriter(Secrets secrets, std::size_t indent) : secrets_(secrets), indent_(indent) {}

    std::string write(const Outline &outline)
    {
        object({}, outline);
        if (indent_ > 0)
            out_ += '\n';
        return std::move(out_);
    }

private:
    void line()
    {
        if (indent_ == 0)
            return;
        out_ += '\n';
        out_.append(depth_ * indent_, ' ');
    }

    void open(char bracket)
    {
        out_ += bracket;
        ++depth_;
        empty_ = true;
    }

    void close(char bracket)
    {
        --depth_;
        if (!empty_)
            line();
        empty_ = false;
        out_ += bracket;
    }

    void next()
    {
        if (!empty_)
            out_ += ',';
        empty_ = false;
        line();
    }

    void name(std::string_view text)
    {
        next();
        wire::appendQuoted(out_, text);
        out_ += indent_ > 0 ? ": " : ":";
    }

    void value(const Term &term)
    {
        switch (term.kind) {
        case Term::Kind::Flag: out_ += "true"; return;
        case Term::Kind::Number:
        case Term::Kind::Truth: out_ += term.text; return;
        case Term::Kind::Secret:
            wire::appendQuoted(out_, secrets_ == Secrets::Shown ? std::string_view(term.text) : Secret::mask());
            return;
        case Term::Kind::Text:
        case Term::Kind::Words:
        case Term::Kind::Command: wire::appendQuoted(out_, term.text); return;
        }
    }

    static std::string_view nameOf(const Term &term) { return term.word.empty() ? term.key : term.word; }

    void members(const std::vector<Term> &terms)
    {
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const auto key = nameOf(terms[i]);
            const auto first =
                std::find_if(terms.begin(), terms.end(), [&](const auto &one) { return nameOf(one) == key; }) -
                terms.begin();
            if (static_cast<std::size_t>(first) != i)
                continue;
            name(key);
            const auto count =
                std::count_if(terms.begin(), terms.end(), [&](const auto &one) { return nameOf(one) == key; });
            if (count == 1) {
                value(terms[i]);
                continue;
            }
            open('[');
            for (const auto &one : terms) {
                if (nameOf(one) == key) {
                    next();
                    value(one);
                }
            }
            close(']');
        }
    }

    void object(const std::vector<Term> &terms, const Outline &items)
    {
        open('{');
        members(terms);
        // Items with the same keyword stand together.
        for (std::size_t i = 0; i < items.size();) {
            const auto keyword = items[i].keyword;
            name(keyword);
            if (!items[i].many) {
                item(items[i++]);
                continue;
            }
            open('[');
            for (; i < items.size() && items[i].keyword == keyword; ++i) {
                next();
                item(items[i]);
            }
            close(']');
        }
        close('}');
    }

    /// Whether the terms need names: more than the value itself.
    static bool isPlain(const std::vector<Term> &terms)
    {
        return std::all_of(terms.begin(), terms.end(), [](const auto &term) { return nameOf(term).empty(); });
    }

    void item(const Item &one)
    {
        const bool entries = !one.items.empty() && one.items.front().form == Item::Form::Entry;
        if (one.form == Item::Form::Block && entries && one.terms.empty()) {
            list(one.items);
        } else if (one.form == Item::Form::Block && entries) {
            open('{');
            members(one.terms);
            name("entries");
            list(one.items);
            close('}');
        } else if (one.form == Item::Form::Block) {
            object(one.terms, one.items);
        } else if (one.terms.empty()) {
            out_ += "true";
        } else if (!isPlain(one.terms)) {
            open('{');
            members(one.terms);
            close('}');
        } else if (one.terms.size() == 1) {
            value(one.terms.front());
        } else {
            open('[');
            for (const auto &term : one.terms) {
                next();
                value(term);
            }
            close(']');
        }
    }

    void list(const Outline &entries)
    {
        open('[');
        for (const auto &entry : entries) {
            next();
            item(entry);
        }
        close(']');
    }

    Secrets secrets_;
    std::size_t indent_;
    std::string out_;
    std::size_t depth_ = 0;
    bool empty_ = true;
};

} // namespace

std::string jsonModel(const NodeConfig &config, Secrets secrets, std::size_t indent)
{
    return JsonModelWriter(secrets, indent).write(outlineOf(config));
}

} // namespace twinhelm::config

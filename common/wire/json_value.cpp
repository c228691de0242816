#include "common/wire/json_value.h"

#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "common/wire/fields.h"
#include "common/wire/json_reader.h"

namespace twinhelm::wire
{

namespace
{

/// Builds one object, field by field; the counterpart of JsonWriter for values.
class ObjectBuilder
{
public:
    static constexpr bool writes = true;

    template<typename T>
    void operator()(std::string_view name, const T &value)
    {
        object_.emplace(name, make(value));
    }

    template<typename T>
    void operator()(std::string_view name, const std::optional<T> &value)
    {
        if (value)
            operator()(name, *value);
    }

    template<typename T>
    static boost::json::value make(const T &value)
    {
        if constexpr (std::is_arithmetic_v<T>)
            return value;
        else
            return makeObject(value);
    }

    static boost::json::value make(const std::string &value) { return boost::json::string(value); }

    template<typename T>
    static boost::json::value make(const std::vector<T> &values)
    {
        boost::json::array out;
        out.reserve(values.size());
        for (const auto &value : values)
            out.push_back(make(value));
        return out;
    }

    template<typename T>
    static boost::json::value make(const std::map<std::string, T> &values)
    {
        boost::json::object out;
        for (const auto &[name, value] : values)
            out.emplace(name, make(value));
        return out;
    }

private:
    template<typename Message>
    static boost::json::value makeObject(const Message &message)
    {
        ObjectBuilder builder;
        visitFields(builder, message);
        return std::move(builder.object_);
    }

    boost::json::object object_;
};

} // namespace

boost::json::value toValue(const NodeState &state)
{
    return ObjectBuilder::make(state);
}

boost::json::value toValue(const Event &event)
{
    return ObjectBuilder::make(event);
}

boost::json::value toValue(const CheckReport &report)
{
    return ObjectBuilder::make(report);
}

boost::json::value toValue(const PlanReport &report)
{
    return ObjectBuilder::make(report);
}

boost::json::value toValue(const ProbeReport &report)
{
    return ObjectBuilder::make(report);
}

Result<NodeState> nodeStateFrom(const boost::json::value &value)
{
    return readMessage<NodeState>(value);
}

Result<Event> eventFrom(const boost::json::value &value)
{
    return readMessage<Event>(value);
}

Result<CheckReport> checkReportFrom(const boost::json::value &value)
{
    return readMessage<CheckReport>(value);
}

Result<PlanReport> planReportFrom(const boost::json::value &value)
{
    return readMessage<PlanReport>(value);
}

Result<ProbeReport> probeReportFrom(const boost::json::value &value)
{
    return readMessage<ProbeReport>(value);
}

} // namespace twinhelm::wire

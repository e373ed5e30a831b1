using Throughcare.Domain.Assessment;

namespace Throughcare.Storage.Assessment;

internal sealed class RoshMapping() : FactMapping<RoshRecord>("rosh_records");

using Throughcare.Domain.Record;
using Throughcare.Web.Binding;

namespace Throughcare.Web;

public static class DetailTitles
{
    extension(DetailKind kind)
    {
        /// <summary>In the middle of a heading: "date of birth", "“Prefers to speak Welsh”".</summary>
        public string InTitle => kind.IsYesNo ? $"“{kind.Name}”" : FieldWords.InSentence(kind.Name);
    }
}

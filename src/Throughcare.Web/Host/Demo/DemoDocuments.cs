using System.Globalization;
using System.Text;
using Throughcare.Application.Access;
using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Host.Demo;

/// <summary>The documents of the demo: a page of PDF and a text, made here.</summary>
internal static class DemoDocuments
{
    /// <summary>Adds a warrant and a letter to one person's record.</summary>
    public static async Task AddAsync(AddDocument add, PersonId person, FactId warrant, FactId letter, DateOnly today, Actor by, CancellationToken stop)
    {
        await add.DoAsync(
            new(person, warrant, new("warrant.pdf", Pdf("Warrant of commitment (training data, nobody in it exists)")))
            {
                Type = "WARRANT",
                Title = "Warrant of commitment, Leeds Crown Court",
                DatedOn = today.AddDays(-40),
                ReceivedOn = today.AddDays(-38),
            },
            by, stop);
        await add.DoAsync(
            new(person, letter, new("letter.txt", Encoding.UTF8.GetBytes("Your offender manager will see you on Thursday at 2pm.\nBring your questions about the plan.\n")))
            {
                Type = "LETTER",
                Title = "Invitation to a planning meeting",
                DatedOn = today.AddDays(-3),
                ReceivedOn = today.AddDays(-3),
                IsShared = true,
            },
            by, stop);
    }

    /// <summary>A PDF of one page with one line.</summary>
    /// <param name="line">In ASCII, without brackets of its own that are not in pairs.</param>
    internal static byte[] Pdf(string line)
    {
        var drawing = $"BT /F1 14 Tf 72 760 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];

        StringBuilder pdf = new("%PDF-1.4\n");
        List<int> starts = [];
        foreach (var (number, content) in objects.Index())
        {
            starts.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        starts.ForEach(start => pdf.Append(CultureInfo.InvariantCulture, $"{start:D10} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}

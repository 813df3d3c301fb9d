using Google.Protobuf;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareTeam.Cli.CommandLine;

/// <summary>Where answers go: drawn for a person at a terminal, plain and never wrapped for a pipe or a file.</summary>
public sealed class Screen
{
    // Wide enough that no line of a table is broken in two.
    private const int PipeWidth = 4_000;
    private readonly TextWriter output;

    private Screen(TextWriter output, TextWriter error)
    {
        this.output = output;
        Notices = error;
        IsTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        Out = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!IsTerminal) Out.Profile.Width = PipeWidth;
    }

    public IAnsiConsole Out { get; }

    /// <summary>What is not an answer: standard error.</summary>
    public TextWriter Notices { get; }

    public bool IsTerminal { get; }

    public static Screen Of(ParseResult parse) => new(parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);

    /// <summary>Left to the terminal to wrap, so that a command shown here can be copied whole.</summary>
    public void Line(string text = "") => output.WriteLine(Shown.Plain(text));

    /// <summary>What is indented stays so where a terminal breaks the line.</summary>
    public void Markup(string markup)
    {
        var indent = markup.Length - markup.TrimStart(' ').Length;
        if (indent == 0 || !IsTerminal) Out.MarkupLine(markup);
        else Out.Write(new Padder(new Markup(markup[indent..]), new Padding(indent, 0, 0, 0)));
    }

    /// <summary>The head of a section: Tasks (3 open).</summary>
    public void Heading(string what, int count, string kind)
    {
        Line();
        Markup($"[bold]{what}[/] [grey]({count} {kind})[/]");
    }

    public void Draw(IRenderable drawing) => Out.Write(drawing);

    public void Json(IMessage message) => output.WriteLine(JsonFormatter.Default.Format(message));
}

using CareTeam.V1;
using static CareTeam.Tests.CarePeople;

namespace CareTeam.Tests;

/// <summary>What makes a plan long: notes of every discipline, ratings of pain, logs, small tasks that are asked for and done, over all days of the year.</summary>
internal static class YearsEverydayWork
{
    private static readonly Person[] Writers = [Therapist, OccupationalTherapist, Nurse, Lead];

    public static void Write(CarePen pen, int steps)
    {
        // But those on which the plan is on hold.
        var days = CarePen.Days("2026-01-06", "2026-11-08").Concat(CarePen.Days("2026-11-12", "2027-01-03")).ToList();
        for (var i = 0; i < steps; i++)
        {
            var (day, task) = (days[(int)((long)i * days.Count / steps)], $"small task {i / 8}");
            switch (i % 8)
            {
                case 0: pen.On(day, Lead, YearsTasksAndNotes.Task(pen, task, Nurse, CarePen.Iso(CarePen.Parse(day).AddDays(20)))); break;
                case 3: pen.On(day, Nurse, new AcceptTaskRequest { TaskId = pen.Id(task) }); break;
                case 6: pen.On(day, Nurse, new StartTaskRequest { TaskId = pen.Id(task) }); break;
                case 7: pen.On(day, Nurse, new CompleteTaskRequest { TaskId = pen.Id(task), Outcome = "Done." }); break;
                case 2: pen.On(day, Ana, Rating(pen, day, i)); break;
                default:
                    pen.On(day, Writers[i % Writers.Length], new SubmitNoteRequest { NoteId = pen.Id($"everyday note {i}"), Body = YearsTasksAndNotes.Soap($"Walked {400 + i} m without a rest.") });
                    break;
            }
        }
    }

    private static RecordOutcomeRequest Rating(CarePen pen, string day, int i)
    {
        var rating = YearsOutcomes.Pain(pen, day, 1 + i / 8 % 5);
        rating.OutcomeId = pen.Id($"everyday rating {i}");
        return rating;
    }
}

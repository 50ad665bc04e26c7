import { eng } from 'stopword';

const COMMON = `not no yet about above across actually ago agree agreed all almost already alright always amazing among anyone anybody
anything anyway apart appreciate aren around ask asked asking away awesome back based bad bc become becomes been begin behind
below best better beyond big bit both bring brings btw call called cant cannot care case cause certain certainly change check clear clearly
close completely could couldn couldnt couple cuz day days deal definitely didn didnt different does doesn doesnt doing done dont don
down due during each early easier easy either else end enjoy enough especially etc even ever every everybody everyone everything
exactly example examples excellent excited exciting fact fantastic far favorite feel few final finally find fine first folks follow following form
forward found four full fun general getting gets give given gives giving glad go goes going gone gonna good got gotta great greatly guess
guys half hand happen happy hard hasn haven having hear heard hello help helped helpful helping helps hence here heres hey
hi high higher hope hoping hour hours however huge hurt ideas idea im id ill important including indeed instead interested interesting isn isnt its
itself ive job join joined joining just keep keeping key kind kinda knew know knowing known knows large last late later
least leave left less let lets level life like likely line little live ll long longer look looking looks lot lots love loved loves low made
main makes making matter may maybe mean means mention met mind mine minute minutes miss missed moment month months moving move
much mt my myself name near necessary need needed needs never new next nice night non none nope nor nothing number numbers obviously off
often oh ok okay old once one ones open others otherwise ourselves outside own part particular parts past people per perhaps
person piece pieces place places plan planning play please plus point points pls possible post posted prefer pretty previous probably problem
put putting question questions quick quickly quite rather re read ready real really reason recent regarding related remember respond response rest
right room rt run said say saying says second see seeing seem seems seen self send sense set several shall share shared sharing she
short shouldn show shows side simply simple since small something sometimes somewhat soon sorry sort sounds speak special specific
spend spent stand start started starting starts state stay step steps stick stop stuff sure sweet table takes taking talk talked talking tell tend
terms thank thanks thats theirs themselves theres thing things think thinking thinks thought thoughts three throughout thru thus thx
till time times tip tips today together told tomorrow tonight took top topic total totally toward towards tried truly try trying turn two type
unless until upon usually use used useful uses using ur various ve via view wait want wanted wants wasn watch ways week weeks welcome
went weren whatever whats when whenever where whether whole whose why will willing wish within without won wonder wonderful wondering wont word
words work worked working works world worth wouldn wow write wrong yeah year years yep yes yet you youll youre yours yourself youve
am pm est edt cst cdt pst pdt et ct pt a.m p.m amp gt lt http https www com org net edu pic twitter status tweet tweets tweeting tweeted retweet
true agreed absolutely indeed nicely hmm haha lol ha yay wow ooh ah aww cool neat super thankful grateful kudos congrats amen bravo
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
evening morning afternoon hashtag everyone's anyone's what's it's that's don't doesn't can't won't i'm i've i'd i'll we're we've we'll you're you've they're let's there's here's isn't aren't didn't
w wo tho tho thru gr8 u r n b c cn ppl abt btwn bt diff sm plz l8 yr yrs tmrw gd hv wd shd cld wld min mins hr hrs lets
from into onto over under again further then once here there all any both each few more most other some such only own same so than too very
can will just should now also may might must shall upon able many much actually currently often still allow allows create creating creates
become build building builds provide provides providing include includes including consider support supports supporting supported continue
ensure encourage experience experiences opportunity opportunities opps impact success successful challenge challenges resources resource
role engage engaged engaging engagement focus focused focusing future goal goals address development develop developing area areas needed approach approaches`;

const OF_THE_FIELD = `school schools teacher teachers teaching teach teaches taught student students learner learners learning learn learned learns kid kids child children
education educator educators educational educate edu ed district districts class classes classroom classrooms classrm class room grade grades graders
ss sts ts tchr tchrs stdt stdts stdnt stu pd pln plc principal principals admin admins administrator administrators colleagues colleague staff
chat chats chatting edchat moderator moderators moderate moderating host hosts hosting guest q a qs as answer answers answered answering
archive archived storify wiki participate transcript lurk lurking lurker intro introduce introduction introductions format
elem elementary middle hs ms k-12 k12 k-5 th grader`;

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Words that never tell what an education chat is about: common English, chat talk and words every chat uses. */
export const STOP_WORDS: ReadonlySet<string> = new Set([...eng, ...words(COMMON), ...words(OF_THE_FIELD)]);

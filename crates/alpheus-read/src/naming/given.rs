//! Given names, common in histories of Europe and America.

use super::lexicon::Roles;

/// Given names by the sex of who bears them.
pub(super) const NAMES: &[(Roles, &str)] = &[
    (
        Roles::MAN,
        "aaron abel abner abraham abram achille adam adalbert adolf adolphe adolphus adrian \
         ahmed aidan alan albert alberto albrecht aldo alec alejandro alessandro alex \
         alexander alexandre alexandros alexei alexey alexis alfonso alfred alfredo ali allan allen \
         alonzo aloysius alphonse alva alvin ambrose amos anatole anatoly anders andré andrea \
         andreas andrei andrew andrey andy angus anthony antoine anton antonio antony archibald \
         aristide armand arnold arthur arturo athanasius aubrey august auguste augustin augustine \
         augustus aurelio austin axel baldwin barack barnabas barry bartholomew basil \
         ben benedict benito benjamin bernard bernhard bertrand bill bob boris bradley brian \
         bruce bruno caesar caleb calvin camille carl carlo carlos caspar cecil charles charlie \
         chester chris christian christoph christophe christopher clarence claude claudius \
         claus clement clive colin conrad constantin constantine cornelius craig cyril cyrus \
         dale damian daniel dante darius dave david dean denis dennis derek diego dietrich \
         dimitri dirk dmitri dmitry domenico dominic don donald dorian douglas duncan dwight \
         eamon ebenezer edgar edmond edmund eduard eduardo edvard edward edwin egon eli elias elijah \
         elisha ellis emanuel emil émile emilio emmanuel enoch enrico enrique enver erasmus eric \
         erich erik ernest ernesto ernst erwin ethan étienne eugen eugene eugène evan evelyn \
         ezekiel ezra fabian felipe felix ferdinand fernando fidel fiodor fitzhugh floyd francesco \
         francis francisco franco françois frank franklin franz fred frederic frédéric \
         frederick friedrich fritz fyodor gabriel galileo gamaliel gareth garrett gary gaspard \
         gaston gavin geoffrey george georg georges georgi georgy gerald gerard gerhard giacomo \
         gideon gilbert giles giovanni giulio giuseppe glenn godfrey gordon graham greg gregor \
         gregory grigory guido guillaume gustaf gustav gustave gustavus guy hamilton hans harald \
         harold harry harvey hector heinrich helmut helmuth hendrik henri henry herbert herman \
         hermann hernando hideki hiram hiroshi homer horace horatio howard hubert hugh hugo \
         humphrey ian ignace ignatius igor ilya immanuel innocent ira irving isaac isaiah \
         isambard isidore ivan jack jackson jacob jacopo jacques jakob james jan jared \
         jason jasper javier jean jeff jefferson jeffrey jeremiah jeremy jerome jesse jim jimmy \
         joachim joan joe joel johan johann johannes john johnny jon jonas jonathan jorge josé \
         josef joseph josephus joshua josiah józef juan jules julian julio julius jürgen justin \
         karl keith ken kenneth kevin klaus klement klemens knut konrad konstantin kurt lajos \
         lambert lars lancelot laurence laurens lavrenti lavrentiy lawrence lazar lee leo leon \
         léon leonard leonardo leonhard leonid leopold leroy leslie lev lewis liam lindsay lionel \
         lloyd lorenzo lothar louis lucas lucien ludwig luigi luis luke luther lyndon magnus \
         malcolm manfred manuel marc marcel marco marcus marius mario mark marshall martin \
         marvin mathew matthew matthias matthieu maurice max maxim maximilian maxime maximilien \
         melvin meriwether mehmed mehmet michael michel michelangelo miguel mihail mike mikhail \
         miles milton mohammad mohammed mordecai morris mortimer moses muhammad murray mustafa \
         napoleon nathan nathaniel ned neil nelson neville nicholas nicola nicolae nicolas \
         nicolaus niels nigel nikita nikola nikolai nikolaus nikolay noah noel norbert norman octavius \
         olaf oleg oliver omar orlando oscar oskar osman oswald otto owen pablo paolo pascal \
         patrick paul pavel pedro percival percy perry peter petr phil philip philipp philippe \
         phillip phineas pierre pieter pietro pius pyotr quentin rafael ralph ramon raphael ray \
         raymond reginald reinhard reinhold rené reuben reza rex ricardo richard rob robert \
         roberto robin rodney roger roland rolf roman ronald rory ross rowland roy rudolf rudolph \
         rufus rupert rutherford sam samuel saul scott sean sebastian semyon serge sergei sergey \
         seymour shane sidney siegfried sigismund sigmund silas silvio simeon simon solomon \
         stafford stanislas stanislaus stanisław stanley stefan stepan stephen sterling steve \
         steven stewart stonewall stuart sven sydney tadeusz ted terence thaddeus theobald \
         theodor theodore theodosius thomas thornton tim timothy tobias todd tom tommy tony \
         trevor tristan tsar ulrich ulysses umberto urban valentin valentine vasco vasili vasily \
         vernon victor viktor vincent vincenzo virgil vittorio vlad vladimir vyacheslav walt \
         walter warren wassily werner wilbur wilfred wilhelm will willem william willie wilson \
         winfield winston wojciech wolfgang woodrow yakov yasser yosef yuri zachary zebulon \
         benedetto jesus rudy sergio raúl václav javier cuthbert dunstan eugenio georgios hamish józsef kliment lavr miklós \
         haile ioannis istván jawaharlal josip josef mao nicolò subhas tomáš wolfram yitzhak",
    ),
    (
        Roles::WOMAN,
        "abigail ada adelaide adele agatha agnes alexandra alice amanda amelia amy andrea angela \
         anita ann anna anne annie antoinette antonia aphra audrey barbara beatrice beatrix betsy \
         betty bridget calpurnia camilla carlotta carol caroline carolyn catharine catherine \
         cecilia celia charlotte chloe christina christine clara clarissa claudia cleopatra \
         clementine constance cordelia cornelia cynthia daphne deborah denise diana dolores \
         dorothea dorothy edith edna eileen elena eleanor elisabeth eliza elizabeth ella ellen \
         elsie emilia emily emma emmeline erica esther ethel eugénie eva evelyn fanny fiona \
         flora florence frances françoise gabriella georgiana gertrude gladys gloria golda grace \
         greta hannah harriet hazel heather helen helena helene henrietta hilary hilda hillary \
         hortense ida imogen indira inga ingrid irena irene iris irma isabel isabella isabelle \
         jacqueline jane janet jeanne jemima jennie jennifer jenny jessica jessie joanna \
         johanna josephine joyce judith julia juliana julie juliet karen kate katharina katharine \
         katherine kathleen katie kitty laura lavinia leah lena leonora letitia lillian lily \
         linda lisa lois loretta louisa louise lucia lucrezia lucy lydia mabel madeleine maggie \
         marcia margaret margarete margery marguerite maria mariana marianne marie marilyn \
         marina marion marjorie martha mary mathilda mathilde matilda maud mercy meryl michelle \
         mildred millicent minnie miriam molly monica muriel myra nadezhda nancy naomi natalia \
         natalie nellie nina nora octavia olga olive olivia pamela patricia paula paulina \
         pauline penelope phyllis polly priscilla prudence rachel rebecca renée rita roberta \
         rosa rosalind rose rosemary rosie ruth sally sandra sara sarah selina sheila shirley \
         sigrid silvia simone sofia sonia sophia sophie stella stephanie susan susanna susannah \
         sylvia tatiana teresa thelma theodora theresa ursula valerie vera veronica victoria \
         viola violet virginia vita vivian wendy wilhelmina winifred yvonne zelda zoe",
    ),
    (
        Roles::MAN.or(Roles::WOMAN),
        "pat jean kim marion leslie robin alexis evelyn sidney",
    ),
];
